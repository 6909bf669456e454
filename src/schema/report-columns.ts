// The columns of Incidenter that hold what a reporter added to the questions everybody is asked.
import { yesNoUnknown } from '../domain/incident';
import { causes, concernedGroups, managerHindrances, reportCarriers, toldWays, weaknessKinds } from '../domain/report-details';
import { terms } from '../i18n/sv/terms';
import { choices, type Choices, type Column } from './list';

interface DetailChoice {
  readonly column: string;
  readonly title: string;
  readonly choices: Choices<string>;
}

const yesNo = wordsFor(yesNoUnknown, (code) => terms[`answer.${code}`]);

/** The answers that are choices, by the answer's name. */
export const detailChoices = {
  carrier: { column: 'HandeltI', title: 'I vad det hände', choices: wordsFor(reportCarriers, (code) => terms[`incident.carrier.${code}`]) },
  weakness: {
    column: 'Bristslag',
    title: 'Brist eller tillbud',
    choices: wordsFor(weaknessKinds, (code) => terms[`incident.weakness.${code}`])
  },
  concerned: {
    column: 'VemsUppgifter',
    title: 'Vems uppgifter',
    choices: wordsFor(concernedGroups, (code) => terms[`incident.concerned.${code}`])
  },
  sensitive: { column: 'KansligaUppgifter', title: 'Känsliga uppgifter', choices: yesNo },
  unauthorisedAccess: { column: 'ObehorigAtkomst', title: 'Obehörig har haft tillgång', choices: yesNo },
  concernedInformed: { column: 'BerordaInformerade', title: 'Berörda är informerade', choices: yesNo },
  cause: {
    column: 'Orsak',
    title: 'Orsak enligt den som rapporterade',
    choices: wordsFor(causes, (code) => terms[`incident.cause.${code}`])
  },
  toldThrough: { column: 'BerattatGenom', title: 'Berättat genom', choices: wordsFor(toldWays, (code) => terms[`incident.told.${code}`]) },
  manager: {
    column: 'AnnanMottagare',
    title: 'Varför inte närmaste chef',
    choices: wordsFor(managerHindrances, (code) => terms[`incident.manager.${code}`])
  }
} as const satisfies Readonly<Record<string, DetailChoice>>;

/** The answers that are texts, by the answer's name. */
export const detailTexts = {
  asset: { kind: 'text', name: 'Tillgangsnummer', title: 'Informationstillgång' },
  happened: { kind: 'text', name: 'Handelsetid', title: 'Hände (svensk tid)' },
  discovered: { kind: 'text', name: 'Upptacktstid', title: 'Upptäcktes (svensk tid)' },
  toldBy: { kind: 'text', name: 'BerattatAv', title: 'Berättat av' },
  messageLink: { kind: 'note', name: 'Meddelandelank', title: 'Länk till meddelandet' }
} as const satisfies Readonly<Record<string, Column>>;

export const reportDetailColumns: readonly Column[] = [
  ...Object.values<DetailChoice>(detailChoices).map(
    ({ column: name, title, choices: { words } }): Column => ({ kind: 'choice', name, title, words })
  ),
  ...Object.values(detailTexts)
];

function wordsFor<C extends string>(codes: readonly C[], wordOf: (code: C) => string): Choices<string> {
  const wordByCode = new Map<string, string>(codes.map((code) => [code, wordOf(code)]));
  return choices<string>(codes, (code) => wordByCode.get(code) ?? code);
}
