// The questions of the report form as inputs, and what a card carries on of the answers that it does not show.
import type { IChoiceSetInput, IDateInput, ITextInput, ITimeInput } from '@microsoft/teams.cards';
import type { Language } from '../domain/language';
import { text, type TextKey } from '../i18n/text';
import { draftFields, draftLimits, type Draft } from './card-data';

interface Choices<C extends string> {
  readonly id: keyof Draft;
  readonly label: TextKey;
  readonly codes: readonly C[];
  readonly words: (code: C) => TextKey;
  readonly chosen: C | undefined;
}

/** The client holds a press back until it is answered. */
export function asked<C extends string>(choices: Choices<C>, language: Language): IChoiceSetInput {
  return { ...offered(choices, language), isRequired: true };
}

/** May be left as it is. One tap for each answer: on a phone a folded list takes two. */
export function offered<C extends string>({ id, label, codes, words, chosen }: Choices<C>, language: Language): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id,
    style: 'expanded',
    label: text(language, label),
    errorMessage: text(language, 'cards.report.choice.error'),
    choices: codes.map((code) => ({ title: text(language, words(code)), value: code })),
    ...(chosen !== undefined && { value: chosen })
  };
}

interface Words {
  readonly id: keyof typeof draftLimits;
  readonly label: TextKey;
  readonly placeholder?: TextKey;
  readonly isMultiline?: true;
}

/** A text that may be left out. */
export function words({ id, label, placeholder, isMultiline }: Words, draft: Draft, language: Language): ITextInput {
  const said = draft[id];
  return {
    type: 'Input.Text',
    id,
    label: text(language, label),
    errorMessage: text(language, 'cards.report.text.error', { most: draftLimits[id] }),
    maxLength: draftLimits[id],
    ...(isMultiline === true && { isMultiline }),
    ...(placeholder !== undefined && { placeholder: text(language, placeholder) }),
    ...(said !== undefined && said !== '' && { value: said })
  };
}

type DayField = 'happenedOn' | 'discoveredOn';
type TimeField = 'happenedTime' | 'discoveredTime';

/** A day and, when it is known, a time of that day, Swedish time. */
export function dayAndTime(
  { day, time, label }: { readonly day: DayField; readonly time: TimeField; readonly label: TextKey },
  draft: Draft,
  language: Language
): [IDateInput, ITimeInput] {
  const errorMessage = text(language, 'cards.report.choice.error');
  const [on, at] = [draft[day], draft[time]];
  return [
    { type: 'Input.Date', id: day, label: text(language, label), errorMessage, ...(on !== undefined && { value: on }) },
    {
      type: 'Input.Time',
      id: time,
      label: text(language, 'cards.report.time.label'),
      errorMessage,
      spacing: 'Small',
      ...(at !== undefined && { value: at })
    }
  ];
}

/** What the card does not show travels once, unseen, and not in every button: nine copies of it would pass 28 KB. */
export function carried(draft: Draft, shown: readonly unknown[], language: Language): ITextInput[] {
  return draftFields.flatMap((field) => {
    const value = draft[field];
    return shown.includes(field) || value === undefined || value === '' ? [] : [unseen(field, value, language)];
  });
}

function unseen(id: string, value: string, language: Language): ITextInput {
  const label = text(language, 'cards.report.carried');
  return {
    type: 'Input.Text',
    id,
    label,
    errorMessage: label,
    value,
    isVisible: false,
    ...(id === 'description' && { isMultiline: true })
  };
}
