// How fast a log of 100,000 entries is verified, from rows as they are read, a page at a time, to the verdict; against hashing the same texts bare.
import { createHash } from 'node:crypto';
import { chainCheck, type LogRow } from '../../src/domain/chain';
import { sealedText } from '../../src/domain/log';
import { logRowIn } from '../../src/lists/log-rows';
import type { LeanRow } from '../../src/lists/rows';
import { entryHashInNode } from '../../src/service/entry-hash';
import { longLog } from './long-log';
import type { Figure } from './figure';

const count = 100_000;
const pageSize = 5_000;
const turns = 15;

/** The best of several turns, the two works in turn, so that another program's work hits both. Reading and parsing are nobody's time. */
export async function logVerification(): Promise<Figure[]> {
  const pages = pagesOf(await longLog(count));
  const best = { verified: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < turns; turn += 1) {
    best.verified = Math.min(best.verified, verify(pages));
    best.bare = Math.min(best.bare, hashBare(pages));
  }
  const peer = `createHash('sha256') of node:crypto over each entry's hashed text; both from memory, a page of ${pageSize} at a time, the best of ${turns} turns`;
  return [{ name: 'log.verify', value: perSecond(best.verified), unit: 'entries/s', peer, peerValue: perSecond(best.bare) }];
}

interface Page {
  /** As SharePoint answers. */
  readonly rows: string;
  /** The hashed texts, as JSON. */
  readonly texts: string;
}

function pagesOf(rows: readonly LeanRow[]): readonly Page[] {
  return Array.from({ length: Math.ceil(rows.length / pageSize) }, (_, page) => {
    const part = rows.slice(page * pageSize, (page + 1) * pageSize);
    return { rows: JSON.stringify(part), texts: JSON.stringify(part.map((row) => sealedText(logRowIn(row)))) };
  });
}

/** Milliseconds. */
function verify(pages: readonly Page[]): number {
  const check = chainCheck(entryHashInNode());
  const adding = pages.reduce((sum, page) => {
    const rows: readonly LogRow[] = (JSON.parse(page.rows) as LeanRow[]).map(logRowIn);
    return sum + timeOf(() => check.add(rows));
  }, 0);
  const ending = timeOf(() => {
    if (check.outcome().deviations.length > 0) throw new Error('The log that was to be measured does not hold.');
  });
  return adding + ending;
}

/** Milliseconds. */
function hashBare(pages: readonly Page[]): number {
  return pages.reduce((sum, page) => {
    const texts = JSON.parse(page.texts) as readonly string[];
    return sum + timeOf(() => texts.forEach((text) => createHash('sha256').update(text).digest('hex')));
  }, 0);
}

function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function perSecond(milliseconds: number): number {
  return Math.round((count / milliseconds) * 1000);
}
