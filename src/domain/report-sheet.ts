// What a report is to say, in the receiver's order, ready to be copied: what the record knows, what somebody has written, and what is missing. Swedish only.
import { markedText } from './exercise';
import type { Incident } from './incident';
import type { RegimeRules, SheetField, StageId } from './legal-rules';
import { knownAt, rulesOf, type Track } from './legal-track';
import { swedishMoment } from './swedish-time';

/** `value` is absent when it is missing. `written`: somebody wrote it, it does not come from the record. */
export interface FilledField extends SheetField {
  readonly value?: string;
  readonly written: boolean;
}

export type ReportedFacts = Pick<Incident, 'reference' | 'report'>;

/** The fields of a stage; of an exercise each says so, so that none can be sent in as if it had happened. What has been written goes before what the record knows. An unknown stage has none. */
export function sheetOf(track: Track, incident: ReportedFacts, rules: RegimeRules, stage: StageId): readonly FilledField[] {
  const fields = rulesOf(track, rules).stages.find(({ id }) => id === stage)?.sheet ?? [];
  const known = knownFacts(track, incident, stage);
  return fields.map((field) => {
    const own = track.sheet[field.id];
    const value = own ?? known[field.id];
    return { ...field, ...(value !== undefined && { value: markedText(track, value) }), written: own !== undefined };
  });
}

/** Whether a sheet of the regime has such a field: nothing else can be written. */
export function isSheetField({ stages }: RegimeRules, field: string): boolean {
  return stages.some(({ sheet }) => sheet.some(({ id }) => id === field));
}

/** What goes with every sheet: no text of ours says that the law is fulfilled. */
const supportOnly = 'Stöd för bedömning – kontrollera mot gällande föreskrift.';
const missing = 'SAKNAS';

/** The sheet as plain text: a line or more for each field, and what is missing marked. */
export function sheetText(track: Track, incident: ReportedFacts, rules: RegimeRules, stage: StageId): string {
  const { receivers, stages } = rulesOf(track, rules);
  const { source = '', validFrom = '' } = stages.find(({ id }) => id === stage) ?? {};
  const head =
    track.exercise === true ? ['Skicka inte det här till någon.'] : receivers.map(({ name, portal }) => `Till: ${name} (${portal})`);
  const lines = sheetOf(track, incident, rules, stage).map(({ sv, value = missing }) => `${sv}: ${value}`);
  const all = [...head, `Enligt: ${source}, från och med ${validFrom}`, supportOnly, '', ...lines];
  return [...all.map((line) => (line === '' ? line : markedText(track, line))), ''].join('\n');
}

const answers = { yes: 'Ja', no: 'Nej', unknown: undefined } as const;
const risks: Readonly<Record<string, string>> = { unlikely: 'Osannolikt att det medför någon risk', risk: 'Risk', 'high-risk': 'Hög risk' };

/** What the record itself can say, by field; nothing is guessed, so "vet inte" is missing. */
function knownFacts(track: Track, { reference, report }: ReportedFacts, stage: StageId): Readonly<Record<string, string | undefined>> {
  return {
    controller: track.controllerName,
    'own-reference': `${track.reference} (${reference})`,
    'known-at': inSwedishTime(knownAt(track)),
    ongoing: track.handledAt === undefined ? answers[report.ongoing] : 'Nej',
    'handled-at': track.handledAt && inSwedishTime(track.handledAt),
    where: report.where,
    description: report.description === '' ? undefined : report.description,
    counterpart: track.counterpart,
    'estimated-severity': risks[String(track.answers['risk'])],
    'external-reference': track.submissions.flatMap(({ externalReference }) => externalReference ?? []).at(-1),
    'late-motivation': track.submissions.flatMap((sent) => (sent.stage === stage ? (sent.lateMotivation ?? []) : [])).at(-1),
    informed: informedIn(track)
  };
}

function inSwedishTime(at: string): string {
  return `${swedishMoment(at)} svensk tid`;
}

function informedIn({ informing }: Track): string | undefined {
  const last = informing.at(-1);
  if (last === undefined) return undefined;
  return last.inform && last.when !== undefined ? `Ja, ${inSwedishTime(last.when)}, genom ${last.channel}` : `Nej: ${last.reason}`;
}
