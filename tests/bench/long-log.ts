// A log as long as a municipality's of many years: the example's story told in memory, and told again under other numbers until it is long enough.
import { written, genesisHash, type HashOf, type LogEntry } from '../../src/domain/log';
import { tellStory } from '../../src/local/example/story';
import { logCells } from '../../src/lists/log-rows';
import type { LeanRow } from '../../src/lists/rows';
import { entryHashInNode } from '../../src/service/entry-hash';
import { exampleContext } from '../local/example-context';

/** The rows, in the order they would have been made. */
export async function longLog(count: number): Promise<LeanRow[]> {
  const story = await storyEntries();
  const hashOf = entryHashInNode();
  const rows: LeanRow[] = [];
  for (let telling = 0; rows.length < count; telling += 1) {
    for (const entry of toldAgain(story, telling, hashOf)) rows.push({ Id: rows.length + 1, ...logCells(entry) });
  }
  return rows.slice(0, count);
}

async function storyEntries(): Promise<readonly LogEntry[]> {
  const context = exampleContext();
  await tellStory(context, context.now(), () => undefined);
  return context.entries;
}

/** The same entries, sealed anew, each number as far on in its series as there have been tellings. */
function toldAgain(story: readonly LogEntry[], telling: number, hashOf: HashOf): LogEntry[] {
  const heads = new Map<string, string>();
  return story.map((entry) => {
    const aggregate = laterNumber(entry.aggregate, telling * numbersInStory);
    const unsealed = { ...entry, aggregate, command: `${entry.command}/${telling}`, previousHash: heads.get(aggregate) ?? genesisHash };
    const sealed = { ...unsealed, hash: hashOf(written(unsealed)) };
    heads.set(aggregate, sealed.hash);
    return sealed;
  });
}

/** At least as many as the story gives in any series. */
const numbersInStory = 20;

function laterNumber(reference: string, by: number): string {
  return reference.slice(0, -4) + String(Number(reference.slice(-4)) + by).padStart(4, '0');
}
