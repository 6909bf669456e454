// "Berätta mer": what helps whoever takes the case on, asked of whoever wants to, all on one card (domain.md 5.2 step 1, H06, H25, H40).
import { yesNoUnknown } from '../domain/incident';
import type { Language } from '../domain/language';
import { causes, concernedGroups, managerHindrances, toldWays } from '../domain/report-details';
import { text } from '../i18n/text';
import { paragraph, row, subheading, type CardElement } from './card';
import type { Draft } from './card-data';
import { dayAndTime, offered, words } from './report-inputs';

/** Of a weakness nothing is asked that only what has happened can answer. */
export function moreQuestions(draft: Draft, language: Language): CardElement[] {
  const discovered = dayAndTime({ day: 'discoveredOn', time: 'discoveredTime', label: 'cards.report.discovered.label' }, draft, language);
  return [
    subheading(text(language, 'cards.report.more.title')),
    paragraph(text(language, 'cards.report.more.help'), { isSubtle: true }),
    ...receiverQuestion(draft, language),
    ...tellerQuestions(draft, language),
    ...(draft.kind === 'weakness' ? discovered : [...happenedQuestion(draft, language), ...discovered, ...consequences(draft, language)]),
    ...assetQuestion(draft, language),
    offered(
      { id: 'cause', label: 'cards.report.cause.label', codes: causes, words: (code) => `incident.cause.${code}`, chosen: draft.cause },
      language
    )
  ];
}

function receiverQuestion({ manager }: Draft, language: Language): CardElement[] {
  return [
    offered(
      {
        id: 'manager',
        label: 'cards.report.manager.label',
        codes: ['nearest', ...managerHindrances],
        words: (code) => (code === 'nearest' ? 'cards.report.manager.nearest' : `incident.manager.${code}`),
        chosen: manager
      },
      language
    )
  ];
}

/** Looked for in the register when the card is done; what was chosen before stays unless something else is looked for. */
function assetQuestion(draft: Draft, language: Language): CardElement[] {
  const chosen = draft.asset === undefined || draft.asset === 'unknown' ? [] : [row(text(language, 'cards.row.chosen-asset'), draft.asset)];
  return [...chosen, words({ id: 'assetName', label: 'cards.report.asset.label' }, draft, language)];
}

/** For whoever writes down what somebody has told by telephone or on paper. */
function tellerQuestions(draft: Draft, language: Language): CardElement[] {
  return [
    words({ id: 'toldBy', label: 'cards.report.told-by.label', placeholder: 'cards.report.told-by.placeholder' }, draft, language),
    offered(
      {
        id: 'toldThrough',
        label: 'cards.report.told-through.label',
        codes: toldWays,
        words: (code) => `incident.told.${code}`,
        chosen: draft.toldThrough
      },
      language
    )
  ];
}

function happenedQuestion(draft: Draft, language: Language): CardElement[] {
  return dayAndTime({ day: 'happenedOn', time: 'happenedTime', label: 'cards.report.happened.label' }, draft, language);
}

const yesNoQuestions = [
  { id: 'sensitive', label: 'cards.report.sensitive.label' },
  { id: 'unauthorisedAccess', label: 'cards.report.unauthorised-access.label' },
  { id: 'concernedInformed', label: 'cards.report.concerned-informed.label' }
] as const;

function consequences(draft: Draft, language: Language): CardElement[] {
  return [
    offered(
      {
        id: 'concerned',
        label: 'cards.report.concerned.label',
        codes: concernedGroups,
        words: (code) => `incident.concerned.${code}`,
        chosen: draft.concerned
      },
      language
    ),
    ...yesNoQuestions.map(({ id, label }) =>
      offered({ id, label, codes: yesNoUnknown, words: (code) => `answer.${code}`, chosen: draft[id] }, language)
    )
  ];
}
