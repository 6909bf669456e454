// How fast the bot shows its first card and takes reports, against the least that a bot on the same library can do, and whether its memory grows.
import { reportPhrase, reportSubmitted } from './bot/activities';
import { startProcess, type Measured } from './bot/child-process';
import { takeCards, type Taking } from './bot/connector';
import { carry, type Carried } from './bot/load';
import type { Figure } from './figure';
import { inFolder } from './folder';

const firstPort = 7570;
const atOnce = 16;
const rounds = 3;

/** Both bots in processes of their own, one at work at a time, the same load from this one. */
export function botSpeed(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const connector = await takeCards();
    const site = await startProcess('site-process.ts', { BENCH_FOLDER: folder, BENCH_PORT: String(firstPort) });
    const ours = await startProcess('service-process.ts', { BENCH_FOLDER: folder, BENCH_SETTINGS: site.ready });
    const cards = JSON.stringify(await cardsOf(ours, connector));
    const bare = await startProcess('bare-process.ts', { BENCH_FOLDER: folder, BENCH_CARDS: cards });
    try {
      return [
        ...(await firstCards({ ours, bare }, connector)),
        ...(await reports({ ours, bare }, connector)),
        await memory(ours, connector)
      ];
    } finally {
      for (const measured of [bare, ours, site]) await measured.stop();
      connector.stop();
    }
  });
}

interface Bots {
  readonly ours: Measured;
  readonly bare: Measured;
}

/** The cards that our bot answers with, which the bare one then sends as they are. */
async function cardsOf(ours: Measured, { serviceUrl, lastCard }: Taking): Promise<object> {
  const one = { url: ours.ready, atOnce: 1, total: 1 };
  await carry({ ...one, activity: (n) => reportPhrase(serviceUrl, n) });
  const message = lastCard();
  let press: unknown;
  await carry({
    ...one,
    activity: (n) => reportSubmitted(serviceUrl, n),
    check: (answer) => {
      press = receiptIn(answer);
    }
  });
  return { message, press };
}

/** A receipt holds the incident's number; anything else is no report taken. */
function receiptIn(answer: string): unknown {
  const { value } = JSON.parse(answer) as { value: unknown };
  if (!/I-\d{4}-\d{4,}/.test(JSON.stringify(value))) throw new Error(`A report was not taken: ${answer}`);
  return value;
}

async function firstCards(bots: Bots, { serviceUrl }: Taking): Promise<Figure[]> {
  const { ours, bare } = await inTurn(bots, 1_500, (n) => reportPhrase(serviceUrl, n));
  const peer = `a bare Teams SDK bot answering with the same card, ${measuredHow}`;
  return [{ name: 'bot.first-card', value: Math.round(ours.perSecond), unit: 'cards/s', peer, peerValue: Math.round(bare.perSecond) }];
}

async function reports(bots: Bots, { serviceUrl }: Taking): Promise<Figure[]> {
  const { ours, bare } = await inTurn(bots, 1_500, (n) => reportSubmitted(serviceUrl, n));
  const peer = `the same bare bot with one fsynced SQLite insert a press, ${measuredHow}; record at once, receivers not met yet`;
  return [
    { name: 'bot.report', value: Math.round(ours.perSecond), unit: 'reports/s', peer, peerValue: Math.round(bare.perSecond) },
    { name: 'bot.report.p99', value: Number(ours.p99.toFixed(1)), unit: 'ms', peer, peerValue: Number(bare.p99.toFixed(1)) }
  ];
}

const measuredHow = `${atOnce} people at once over kept connections, best of ${rounds} rounds in turn`;

async function inTurn(
  { ours, bare }: Bots,
  total: number,
  activity: (n: number) => unknown
): Promise<{ readonly ours: Carried; readonly bare: Carried }> {
  const results: { ours: Carried; bare: Carried }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    results.push({
      ours: await carry({ url: ours.ready, atOnce, total, activity }),
      bare: await carry({ url: bare.ready, atOnce, total, activity })
    });
  }
  return { ours: best(results.map((result) => result.ours)), bare: best(results.map((result) => result.bare)) };
}

function best(results: readonly Carried[]): Carried {
  return { perSecond: Math.max(...results.map(({ perSecond }) => perSecond)), p99: Math.min(...results.map(({ p99 }) => p99)) };
}

/** Starts with what the measurements before have left, so that nothing is warming up. */
async function memory(ours: Measured, { serviceUrl }: Taking): Promise<Figure> {
  const take = (total: number): Promise<Carried> =>
    carry({ url: ours.ready, atOnce, total, activity: (n) => reportSubmitted(serviceUrl, n) });
  await take(1_000);
  const early = await ours.heapUsed();
  await take(9_000);
  const late = await ours.heapUsed();
  return { name: 'bot.memory', value: late, unit: 'bytes', peer: 'the same heap, collected, 9,000 reports earlier', peerValue: early };
}
