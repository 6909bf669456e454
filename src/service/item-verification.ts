// Holds the items of one list against the latest entries of their logs, and knows how to bring them back (design 2 and 4).
import { z } from 'zod';
import type { Chain } from '../domain/chain';
import type { Fault } from '../domain/log-check';
import type { Series } from '../domain/reference-number';
import type { ListRegister } from '../lists/register';
import type { KnownUsers } from '../lists/standing-items';
import type { Page } from '../workflows/context';
import type { Finding } from './log-verification';

export type Restore = () => Promise<void>;

type ChainsByAggregate = ReadonlyMap<string, Chain>;
type Item<S> = Awaited<ReturnType<ListRegister<S>['all']>>[number];

/** Reads the list, and gives what finds where it is not what the log says. A chain that does not hold is not built upon: its item has no `restore`. */
export async function readItems<S>(
  series: Series | 'L' | 'Y',
  register: ListRegister<S>,
  users: KnownUsers
): Promise<(chains: ChainsByAggregate) => Promise<readonly Finding[]>> {
  const items = new Map((await register.all(users)).map((item) => [item.reference, item]));
  return async (chains) => {
    const ours = new Map([...chains].filter(([aggregate]) => aggregate.startsWith(`${series}-`)));
    const strangers = [...items.keys()].filter((reference) => !ours.has(reference));
    const found = await Promise.all([...ours].map(([aggregate, chain]) => findingOf(register, aggregate, chain, items.get(aggregate))));
    return [...strangers.map(notInLog), ...found.flat()];
  };
}

function notInLog(aggregate: string): Finding {
  return { aggregate, sequence: 0, at: '', fault: 'not-in-log' };
}

async function findingOf<S>(
  register: ListRegister<S>,
  aggregate: string,
  chain: Chain,
  item: Item<S> | undefined
): Promise<readonly Finding[]> {
  const { sequence, last, holds } = chain;
  const place = { aggregate, sequence, at: last.at };
  const page = pageIn(register, chain);
  if (page === undefined) return holds ? [{ ...place, fault: 'unreadable' }] : [];
  const fault = await faultOf(page, item);
  if (fault === undefined) return [];
  if (fault === 'tail-missing') return [{ aggregate, sequence: item?.sequence ?? 0, at: '', fault }];
  return [{ ...place, fault, ...(holds && !beyondTheLog.includes(fault) && { restore: restoring(register, page, fault) }) }];
}

/** What is in a file is not in the log, so it cannot be brought back from there. */
const beyondTheLog: readonly Fault[] = ['file-missing', 'file-not-in-log'];

/** `undefined` when the entry does not say a state of the list. */
function pageIn<S>(register: ListRegister<S>, { sequence, last }: Chain): Page<S> | undefined {
  try {
    return { state: register.parse(JSON.parse(last.state)), sequence, hash: last.hash };
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function faultOf<S>(page: Page<S>, item: Item<S> | undefined): Promise<Fault | undefined> {
  if (item === undefined) return 'item-missing';
  if (item.sequence > page.sequence) return 'tail-missing';
  if (item.sequence < page.sequence) return 'item-behind';
  if ((item.hash !== '' && item.hash !== page.hash) || !(await item.says(page.state))) return 'item-differs';
  if (await item.lacksReaders(page.state)) return 'readers-missing';
  if (await item.keepsReaders(page.state)) return 'readers-left';
  if (item.lacksFiles(page.state)) return 'file-missing';
  return item.hasOtherFiles(page.state) ? 'file-not-in-log' : undefined;
}

function restoring<S>(register: ListRegister<S>, page: Page<S>, fault: Fault): Restore {
  return () => (fault === 'item-differs' ? register.rewrite(page) : register.write(page));
}
