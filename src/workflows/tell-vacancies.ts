// Whoever can name somebody new is told which roles are vacant: the objektägare, the head of the unit and the informationssäkerhetsansvarig (H22).
import type { Asset } from '../domain/asset';
import type { Notice } from '../domain/notice';
import type { Vacancy } from '../domain/vacancy';
import type { Context } from './context';
import type { Telling } from './telling';

export interface Vacated {
  readonly vacancy: Vacancy;
  readonly asset: Asset;
}

/** As many as one card names. */
const mostNamed = 5;

/** One card to each person, whatever there is to tell. `key`: the same round tells nobody twice. `isOpen`: whether an account, by Entra id, can be reached at all. */
export async function tellVacancies(
  { context, tell }: Pick<Telling, 'context' | 'tell'>,
  vacated: readonly Vacated[],
  { key, isOpen }: { readonly key: string; readonly isOpen: (id: string) => boolean }
): Promise<void> {
  const told = new Map<string, Vacated[]>();
  for (const one of vacated) for (const id of await receiversOf(context, one)) if (isOpen(id)) told.set(id, [...(told.get(id) ?? []), one]);
  const notices = [...told].map(([to, theirs]) => noticeOf(to, theirs));
  if (notices.length > 0) await tell(key, notices);
}

async function receiversOf({ directory }: Context, { asset }: Vacated): Promise<ReadonlySet<string>> {
  const [unit, officers] = await Promise.all([directory.unit(asset.unit), directory.membersOf('information-security')]);
  return new Set([asset.objectOwner, unit?.head, ...officers].flatMap((person) => person?.id ?? []));
}

function noticeOf(to: string, [first, ...others]: readonly Vacated[]): Notice {
  if (first === undefined) throw new Error('A notice of vacancies was to be made of none.');
  const all = [first, ...others];
  const some = all.slice(0, mostNamed).map(({ vacancy: { role, fault }, asset }) => ({ assetName: asset.name, role, fault }));
  return { kind: 'owner-vacant', to, reference: first.asset.reference, count: all.length, some };
}
