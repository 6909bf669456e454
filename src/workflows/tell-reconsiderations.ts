// Tells those who answer for assets which classes are to be reconsidered: a month before, on the day, and each month after (domain.md 5.3).
import type { Asset } from '../domain/asset';
import type { Classification } from '../domain/classification';
import type { DigestSpan } from '../domain/digest';
import type { Incident } from '../domain/incident';
import { concernedPeople } from '../domain/need-to-know';
import type { Notice } from '../domain/notice';
import { reconsiderationOf, reminderOf, seriousIncidents, type Grounds, type Reconsideration } from '../domain/reconsideration';
import type { Context } from './context';
import type { Telling } from './telling';

/** What it is looked for in: what is found is told of only as the log has it. `incidents`: the serious ones. `proposed`: classifications that are not decided yet. */
export interface Register {
  readonly assets: readonly Asset[];
  readonly incidents: readonly Incident[];
  readonly proposed: readonly Classification[];
}

interface Due extends Pick<Reconsideration, 'dueOn' | 'reasons'> {
  readonly asset: Asset;
}

/** As many as one card names. */
const mostNamed = 5;

/** One card to each person with all that is theirs, and none to those who have nothing. Nobody is told of what somebody has already classified anew. Under the end of the span nobody is told twice. */
export async function tellReconsiderations(
  { context, tell }: Pick<Telling, 'context' | 'tell'>,
  { assets, incidents, proposed }: Register,
  { model, span }: { readonly model: string; readonly span: DigestSpan }
): Promise<void> {
  const proposedNumbers = new Set(proposed.map(({ asset }) => asset));
  const known: Grounds = { now: span.until, model, incidents: seriousIncidents(incidents) };
  const told = new Map<string, readonly Due[]>();
  for (const found of assets) {
    if (proposedNumbers.has(found.reference) || reminderOf(found, known, span) === undefined) continue;
    const asset = await asLogged(context, found);
    if (asset === undefined) continue;
    for (const id of holdersOf(asset)) {
      const grounds = { ...known, incidents: seriousIncidents(incidents.filter((incident) => mayRead(id, incident))) };
      const due = reminderOf(asset, grounds, span) && reconsiderationOf(asset, grounds);
      if (due !== undefined) told.set(id, [...(told.get(id) ?? []), { asset, ...due }]);
    }
  }
  const notices = [...told].map(([to, all]) => noticeOf(to, all));
  if (notices.length > 0) await tell(`reconsider ${span.until}`, notices);
}

async function asLogged({ log, assets }: Context, { reference }: Asset): Promise<Asset | undefined> {
  const entry = await log.latest(reference);
  return entry && assets.parse(entry.state);
}

/** The objektägare decides, and the systemförvaltare knows what has changed (domain.md 2.2). */
function holdersOf({ objectOwner, custodian }: Asset): ReadonlySet<string> {
  return new Set([objectOwner, custodian].flatMap((person) => person?.id ?? []));
}

/** An incident that somebody may not read is no reason they are told of. */
function mayRead(id: string, incident: Incident): boolean {
  return concernedPeople(incident).some((person) => person.id === id);
}

/** What is to be reconsidered now first, and of that what was due first. */
function noticeOf(to: string, all: readonly Due[]): Notice {
  const sorted = [...all].sort((a, b) => Number(a.reasons.length === 0) - Number(b.reasons.length === 0) || a.dueOn.localeCompare(b.dueOn));
  const [first] = sorted;
  if (first === undefined) throw new Error('A notice of classes to reconsider was to be made of none.');
  const now = all.filter(({ reasons }) => reasons.length > 0).length;
  const some = sorted.slice(0, mostNamed).map(({ asset, dueOn, reasons }) => ({ assetName: asset.name, dueOn, reasons }));
  return { kind: 'classes-to-reconsider', to, reference: first.asset.reference, now, soon: all.length - now, some };
}
