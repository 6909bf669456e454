// How fast a log of 100,000 entries is verified, from rows as SharePoint gives them to the verdict, against hashing the same texts bare.
import { createHash } from 'node:crypto';
import { checkChains } from '../../src/domain/chain';
import { sealedText } from '../../src/domain/log';
import { logRowIn } from '../../src/lists/log-rows';
import type { LeanRow } from '../../src/lists/rows';
import { entryHashInNode } from '../../src/service/entry-hash';
import { longLog } from './long-log';
import type { Figure } from './figure';

const count = 100_000;

export async function logVerification(): Promise<Figure[]> {
  const rows = (JSON.parse(JSON.stringify(await longLog(count))) as LeanRow[]).map(logRowIn);
  const texts = JSON.parse(JSON.stringify(rows.map(sealedText))) as string[];
  const verify = (): void => {
    if (checkChains(rows, entryHashInNode()).deviations.length > 0) throw new Error('The log that was to be measured does not hold.');
  };
  const bare = (): void => texts.forEach((text) => createHash('sha256').update(text).digest('hex'));
  const [value, peerValue] = inTurn(verify, bare);
  return [
    {
      name: 'log.verify',
      value,
      unit: 'entries/s',
      peer: `createHash('sha256') of node:crypto over each entry's hashed text; both from memory, the best of ${turns} turns, one after the other`,
      peerValue
    }
  ];
}

const turns = 5;

/** The best of several turns of each, in turn, so that another program's work hits both. Entries in a second. */
function inTurn(...works: readonly [() => void, () => void]): readonly [number, number] {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const index of [0, 1] as const) best[index] = Math.min(best[index], timeOf(works[index]));
  }
  return [perSecond(best[0]), perSecond(best[1])];
}

function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function perSecond(milliseconds: number): number {
  return Math.round((count / milliseconds) * 1000);
}
