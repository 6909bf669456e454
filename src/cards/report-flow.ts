// How the report form moves: a press on one step gives the next step, the whole report, or the stop. Pure, the same for bot and tab.
import { Temporal } from 'temporal-polyfill';
import { Report } from '../domain/incident';
import { municipalTimeZone } from '../domain/reference-number';
import { isBlank, keptText } from '../domain/written-text';
import { text } from '../i18n/text';
import { draftLimits, type Draft, type FormStep, type Press } from './card-data';

export type FormPress = Extract<Press, { readonly verb: `report-${string}` }>;

export function isFormPress(press: Press): press is FormPress {
  return press.verb.startsWith('report-');
}

/** Why a step is shown again. `day-passed`: what was answered about time was said on another day. */
export type FormProblem = 'missing' | 'too-long' | 'day-passed' | 'day-missing';

export type FormMove =
  | { readonly to: FormStep; readonly draft: Draft; readonly problem?: FormProblem }
  | { readonly to: 'submit'; readonly draft: Draft; readonly report: Report }
  | { readonly to: 'stop'; readonly formKey: string }
  | { readonly to: 'withdrawn' | 'expired' };

/** How many days a draft waits in the chat before it has to be begun anew. */
const draftDays = 7;

/** Where a press leads at `now` (UTC). A step is left only when its questions are answered, and a text that was cut is shown before it is sent. */
export function moveForm(press: Exclude<FormPress, { readonly verb: 'report-open' }>, now: string): FormMove {
  if (press.verb === 'report-stop') return { to: 'stop', formKey: press.data.formKey };
  if (press.verb === 'report-withdraw') return { to: 'withdrawn' };
  const days = daysSince(press.data.asOf ?? now, now);
  if (days > draftDays) return { to: 'expired' };
  if (press.verb === 'report-when') return onward('when', { ...press.data, asOf: now });
  // "Tidigare i dag" said yesterday is no longer so.
  return days > 0 && press.data.when !== undefined ? timeAgain(press.data, now) : moveDraft(press);
}

type DraftPress = Extract<
  FormPress,
  { readonly verb: 'report-back' | 'report-kind' | 'report-where' | 'report-more' | 'report-asset' | 'report-submit' }
>;

function moveDraft(press: DraftPress): FormMove {
  switch (press.verb) {
    case 'report-back': {
      const { to, ...draft } = press.data;
      return { to, draft: written(draft) };
    }
    case 'report-kind':
      return onward('kind', press.data);
    case 'report-where':
      return onward('where', press.data);
    case 'report-more':
      return onward('more', press.data);
    case 'report-asset': {
      const { assetName: _found, ...draft } = press.data;
      return onward('asset', draft);
    }
    case 'report-submit':
      return onward('description', press.data);
  }
}

/** Swedish calendar days between two instants (UTC). */
function daysSince(then: string, now: string): number {
  const [from, to] = [then, now].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(municipalTimeZone).toPlainDate());
  return from === undefined || to === undefined ? 0 : from.until(to).days;
}

function timeAgain(pressed: Draft & { readonly to?: FormStep }, now: string): FormMove {
  const { when: _then, to: _to, ...kept } = pressed;
  return { to: 'when', draft: { ...written(kept), asOf: now }, problem: 'day-passed' };
}

/** The steps on the way to sending. A weakness has happened to nobody, so nobody is asked when it did (H25). */
export function pathOf({ kind }: Pick<Draft, 'kind'>): readonly FormStep[] {
  return kind === 'weakness' ? ['kind', 'where', 'description'] : ['kind', 'when', 'where', 'description'];
}

/** The questions a draft leaves open, step by step. The description, and what lies beside the way, may be left out. */
export function isAnswered(step: FormStep, draft: Draft): boolean {
  switch (step) {
    case 'kind':
      return draft.kind !== undefined;
    case 'when':
      return draft.when !== undefined && draft.ongoing !== undefined;
    case 'where':
      return isPlaced(draft) && (draft.kind === 'weakness' ? draft.weakness : draft.personalData) !== undefined;
    case 'description':
    case 'more':
    case 'asset':
      return true;
  }
}

function isPlaced({ carrier, where = '' }: Draft): boolean {
  return carrier !== undefined || !isBlank(where);
}

function onward(from: FormStep, pressed: Draft): FormMove {
  const draft = written(pressed);
  const path = pathOf(draft);
  const passed = isBeside(from) ? path.slice(0, -1) : path.slice(0, path.indexOf(from) + 1);
  const open = passed.find((step) => !isAnswered(step, draft));
  if (open !== undefined) return { to: open, draft, problem: 'missing' };
  if (from === 'more' && hasTimeWithoutDay(draft)) return { to: 'more', draft, problem: 'day-missing' };
  if (from === 'more' && !isBlank(draft.assetName ?? '')) return { to: 'asset', draft };
  const next = path[passed.length];
  const cut = [...path, 'more' as const].find((step) => isCut(step, pressed));
  if (cut !== undefined) return { to: next === undefined || passed.includes(cut) || cut === from ? cut : next, draft, problem: 'too-long' };
  return next === undefined ? submitted(draft) : { to: next, draft };
}

function isBeside(step: FormStep): boolean {
  return step === 'more' || step === 'asset';
}

function hasTimeWithoutDay({ happenedOn, happenedTime, discoveredOn, discoveredTime }: Draft): boolean {
  return [
    [happenedOn, happenedTime],
    [discoveredOn, discoveredTime]
  ].some(([day, time]) => day === undefined && time !== undefined);
}

function submitted(draft: Draft): FormMove {
  const report = Report.safeParse(reportFrom(draft));
  return report.success ? { to: 'submit', draft, report: report.data } : { to: 'kind', draft, problem: 'missing' };
}

/** Where nothing was written about the place, the words of the choice stand there, in the language of the record. */
function reportFrom(draft: Draft): object {
  const { formKey: _formKey, asOf: _asOf, happenedOn, happenedTime, discoveredOn, discoveredTime, ...said } = draft;
  const { weakness, manager, asset, assetName: _typed, where = '', toldBy = '', toldThrough, description = '', ...answers } = said;
  const isWeakness = said.kind === 'weakness';
  return given({
    ...(isWeakness && notAsked),
    ...given(answers),
    weakness: isWeakness ? weakness : undefined,
    asset: asset === 'unknown' ? undefined : asset,
    manager: manager === 'nearest' ? undefined : manager,
    ...(!isBlank(toldBy) && { toldBy, toldThrough }),
    happened: toldAt(happenedOn, happenedTime),
    discovered: toldAt(discoveredOn, discoveredTime),
    where: isBlank(where) && answers.carrier !== undefined ? text('sv', `incident.carrier.${answers.carrier}`) : where,
    description
  });
}

/** What a report says of questions that its path leaves out. */
const notAsked = { when: 'unknown', ongoing: 'unknown', personalData: 'unknown' } as const;

function given(answers: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

function toldAt(day: string | undefined, time: string | undefined): string | undefined {
  return day === undefined || time === undefined ? day : `${day} ${time}`;
}

/** The draft with its texts as they can be kept. */
function written(draft: Draft): Draft {
  const { where, description, toldBy, assetName, ...choices } = draft;
  return {
    ...choices,
    ...(where !== undefined && { where: keptText(where, draftLimits.where) }),
    ...(description !== undefined && { description: keptText(description, draftLimits.description) }),
    ...(toldBy !== undefined && { toldBy: keptText(toldBy, draftLimits.toldBy) }),
    ...(assetName !== undefined && { assetName: keptText(assetName, draftLimits.assetName) })
  };
}

const textOf: Readonly<Partial<Record<FormStep, keyof typeof draftLimits>>> = {
  where: 'where',
  description: 'description',
  more: 'toldBy'
};

function isCut(step: FormStep, draft: Draft): boolean {
  const field = textOf[step];
  return field !== undefined && (draft[field] ?? '').length > draftLimits[field];
}
