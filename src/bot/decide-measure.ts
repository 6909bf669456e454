// The förvaltningschef, or whoever decides in their place, decides a proposed measure on its card or declines it: by the same rules as everywhere (H47).
import {
  decidedMeasureCard,
  keptMeasureDecisionCard,
  measureSettledBeforeCard,
  notDecidedMeasureCard,
  notDeclinedMeasureCard
} from '../cards/measure-decision-card';
import type { Press } from '../cards/card-data';
import { refusalText, unknownPersonCard } from '../cards/refusal';
import { commandId } from '../domain/command-id';
import { measureLimits, type Measure } from '../domain/measure';
import { text } from '../i18n/text';
import { DeclineMeasureInput } from '../workflows/decide-measure';
import type { DeskAnswer } from './desk';
import type { Becomes, Talk } from './report-talk';
import { orUnexpected, phonesOf, senderOf, tabUrlOf } from './surroundings';

type DecidePress = Extract<Press, { readonly verb: 'decide-measure' }>;
type DeclinePress = Extract<Press, { readonly verb: 'decline-measure' }>;

export async function pressDecideMeasure(talk: Talk, press: DecidePress): Promise<Becomes> {
  const { around, activity, language } = talk;
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return { card: unknownPersonCard({ itPhone: (await phonesOf(around)).it }, language) };
  const { formKey: key, ...about } = press.data;
  const tabUrl = await tabUrlOf(around, about.reference);
  if (sender === 'unreadable') {
    return { card: notDecidedMeasureCard({ press, reason: 'could-not-read', isWorthRetrying: true, tabUrl }, language) };
  }
  const reader = sender.known.person.id;
  const command = commandId({ name: press.verb, personId: reader, key });
  const answer = await around.desk.run('decide-measure', { command, actor: sender.known, input: { ...about, text: '' } });
  if (answer.ok) return doneCard(talk, { answer, reader, reference: about.reference, tabUrl });
  const before = settledFirst(answer);
  if (before !== undefined) {
    return { card: measureSettledBeforeCard({ ...before, reference: about.reference, tabUrl }, language), lasts: 'after-answer' };
  }
  const isWorthRetrying = answer.reason === 'could-not-read' || answer.reason === 'overtaken';
  return { card: notDecidedMeasureCard({ ...answer, press, isWorthRetrying, tabUrl }, language) };
}

/** However it is refused, what was written stands on the card that comes. */
export async function pressDeclineMeasure(talk: Talk, press: DeclinePress): Promise<Becomes> {
  const { around, activity, language } = talk;
  const { formKey: key, ...written } = press.data;
  const { reference } = written;
  const tabUrl = await tabUrlOf(around, reference);
  const notDeclined = (problem: string): Becomes => ({
    card: notDeclinedMeasureCard({ press, problem, tabUrl }, language),
    lasts: 'before-answer'
  });
  const input = DeclineMeasureInput.safeParse(written);
  if (!input.success) return notDeclined(text(language, 'cards.decline-measure.missing', { most: measureLimits.text }));
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return notDeclined(text(language, 'cards.unknown-person.text'));
  if (sender === 'unreadable') return notDeclined(refusalText({ reason: 'could-not-read', what: 'person' }, language));
  const reader = sender.known.person.id;
  const command = commandId({ name: press.verb, personId: reader, key });
  const declining = () => around.desk.run('decline-measure', { command, actor: sender.known, input: input.data });
  const answer = await orUnexpected(around, declining, 'A measure could not be declined');
  if (answer.ok) return doneCard(talk, { answer, reader, reference, tabUrl });
  const before = settledFirst(answer);
  if (before === undefined) return notDeclined(refusalText({ ...answer, what: 'measure' }, language));
  return { card: measureSettledBeforeCard({ ...before, ...input.data, tabUrl }, language), lasts: 'before-answer' };
}

interface DoneFacts {
  readonly answer: Extract<DeskAnswer<Measure>, { readonly ok: true }>;
  readonly reader: string;
  readonly reference: string;
  readonly tabUrl: string | undefined;
}

function doneCard({ language }: Talk, { answer, reader, reference, tabUrl }: DoneFacts): Becomes {
  if ('kept' in answer) return { card: keptMeasureDecisionCard({ reference, tabUrl }, language) };
  return { card: decidedMeasureCard({ measure: answer.value, reader, tabUrl }, language), lasts: 'after-answer' };
}

/** Who came first, when and with what, where that is why it was refused and the log tells. */
function settledFirst(answer: Extract<DeskAnswer<never>, { readonly ok: false }> | { readonly reason: 'unexpected' }) {
  if (answer.reason !== 'overtaken' || answer.event === undefined) return undefined;
  return { by: answer.by, at: answer.at, event: answer.event };
}
