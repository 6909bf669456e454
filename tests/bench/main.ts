// `npm run bench`: one line of JSON per figure, each as a ratio against a peer or a bare limit measured in the same run.
import type { Figure } from './figure';
import { botSpeed } from './bot-speed';
import { incidentReport } from './incident-report';
import { incidentTaps } from './incident-taps';
import { logVerification } from './log-verification';
import { registerSearchSpeed } from './register-search';
import { roundTrips } from './round-trips';
import { standinItems } from './standin-items';
import { tabLoading } from './tab-loading';

async function main(): Promise<void> {
  for (const measure of [
    registerSearchSpeed,
    tabLoading,
    logVerification,
    botSpeed,
    incidentReport,
    incidentTaps,
    roundTrips,
    standinItems
  ]) {
    for (const figure of await measure()) print(figure);
  }
}

function print(figure: Figure): void {
  const ratio = Number((figure.value / figure.peerValue).toFixed(3));
  process.stdout.write(`${JSON.stringify({ ...figure, ratio })}\n`);
}

void main();
