// What an asset is said to depend on, held against the register: every number is there, and nothing comes to depend on itself.
import type { Asset } from '../domain/asset';
import { circleThrough } from '../domain/asset-needs';
import { done, type Done } from '../domain/outcome';
import type { Context, RefusedNaming } from './context';

interface WithNeeds {
  readonly name: string;
  readonly needs?: readonly string[] | undefined;
}

type NeedsRefusal = RefusedNaming<'unknown-need' | 'needs-circle'>;

/** Asks only about what is new: to depend on less makes no circle, and what an asset depended on before was in the register then. */
export async function checkedNeeds(
  context: Context,
  content: WithNeeds,
  before: Asset | undefined
): Promise<Done<undefined> | NeedsRefusal> {
  const added = (content.needs ?? []).filter((number) => before?.needs?.includes(number) !== true);
  if (added.length === 0) return done(undefined);
  const found = new Map<string, WithNeeds | undefined>();
  if (before !== undefined) found.set(before.reference, content);
  await readBelow(context, added, found);
  const unknown = added.filter((number) => found.get(number) === undefined);
  if (unknown.length > 0) return { ok: false, reason: 'unknown-need', named: unknown.join(', ') };
  return before === undefined ? done(undefined) : withoutCircle(before.reference, found);
}

/** All that can be reached from these, a step at a time; all of one step are read together. */
async function readBelow(context: Context, from: readonly string[], found: Map<string, WithNeeds | undefined>): Promise<void> {
  let step = [...new Set(from)].filter((number) => !found.has(number));
  while (step.length > 0) {
    const assets = await Promise.all(step.map((number) => assetIn(context, number)));
    step.forEach((number, index) => found.set(number, assets[index]));
    step = [...new Set(assets.flatMap((asset) => asset?.needs ?? []))].filter((number) => !found.has(number));
  }
}

async function assetIn({ log, assets }: Context, number: string): Promise<Asset | undefined> {
  const entry = await log.latest(number);
  return entry && assets.parse(entry.state);
}

function withoutCircle(reference: string, found: ReadonlyMap<string, WithNeeds | undefined>): Done<undefined> | NeedsRefusal {
  const circle = circleThrough(reference, new Map([...found].map(([number, asset]) => [number, asset?.needs ?? []])));
  if (circle === undefined) return done(undefined);
  const named = circle.map((number) => `${number} ${found.get(number)?.name ?? ''}`.trim()).join(' → ');
  return { ok: false, reason: 'needs-circle', named };
}
