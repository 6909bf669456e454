// The objektägare, or whoever decides in their place, decides a classification on its card or sends it back: by the same rules as everywhere (H45).
import { keptDecisionCard, notDecidedCard, notReturnedCard, settledBeforeCard, settledCard } from '../cards/classification-card';
import { returnReasonLimit, type Press } from '../cards/card-data';
import { refusalText, unknownPersonCard } from '../cards/refusal';
import type { Classification } from '../domain/classification';
import { commandId } from '../domain/command-id';
import type { EventCode } from '../domain/log';
import { text } from '../i18n/text';
import { ReturnClassificationInput } from '../workflows/decide-classification';
import type { DeskAnswer } from './desk';
import type { Becomes, Talk } from './report-talk';
import { levelNumbersOf, orUnexpected, phonesOf, senderOf, tabUrlOf } from './surroundings';

type DecidePress = Extract<Press, { readonly verb: 'decide-classification' }>;
type ReturnPress = Extract<Press, { readonly verb: 'return-classification' }>;

export async function pressDecide(talk: Talk, press: DecidePress): Promise<Becomes> {
  const { around, activity, language } = talk;
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return { card: unknownPersonCard({ itPhone: (await phonesOf(around)).it }, language) };
  const { formKey: key, ...input } = press.data;
  const tabUrl = await tabUrlOf(around, input.reference);
  if (sender === 'unreadable') {
    return { card: notDecidedCard({ press, reason: 'could-not-read', isWorthRetrying: true, tabUrl }, language) };
  }
  const reader = sender.known.person.id;
  const command = commandId({ name: 'decide-classification', personId: reader, key });
  const answer = await around.desk.run('decide-classification', { command, actor: sender.known, input });
  if (answer.ok) return doneCard(talk, { answer, reader, reference: input.reference, tabUrl });
  const before = settledFirst(answer);
  if (before !== undefined) {
    return { card: settledBeforeCard({ ...before, reference: input.reference, tabUrl }, language), lasts: 'after-answer' };
  }
  const isWorthRetrying = answer.reason === 'could-not-read' || answer.reason === 'overtaken';
  return { card: notDecidedCard({ ...answer, press, isWorthRetrying, tabUrl }, language) };
}

/** However it is refused, what was written as the reason stands on the card that comes. */
export async function pressReturn(talk: Talk, press: ReturnPress): Promise<Becomes> {
  const { around, activity, language } = talk;
  const { formKey: key, ...written } = press.data;
  const tabUrl = await tabUrlOf(around, written.reference);
  const notSent = (problem: string): Becomes => ({ card: notReturnedCard({ press, problem, tabUrl }, language), lasts: 'before-answer' });
  const input = ReturnClassificationInput.safeParse(written);
  if (!input.success) return notSent(text(language, 'cards.send-back.missing', { most: returnReasonLimit }));
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return notSent(text(language, 'cards.unknown-person.text'));
  if (sender === 'unreadable') return notSent(refusalText({ reason: 'could-not-read', what: 'person' }, language));
  const reader = sender.known.person.id;
  const command = commandId({ name: 'return-classification', personId: reader, key });
  const returning = () => around.desk.run('return-classification', { command, actor: sender.known, input: input.data });
  const answer = await orUnexpected(around, returning, 'A classification could not be sent back');
  if (!answer.ok) return notSent(refusalText({ ...answer, what: 'classification' }, language));
  return doneCard(talk, { answer, reader, reference: written.reference, tabUrl });
}

interface DoneFacts {
  readonly answer: Extract<DeskAnswer<Classification>, { readonly ok: true }>;
  readonly reader: string;
  readonly reference: string;
  readonly tabUrl: string | undefined;
}

async function doneCard({ around, language }: Talk, { answer, reader, reference, tabUrl }: DoneFacts): Promise<Becomes> {
  if ('kept' in answer) return { card: keptDecisionCard({ reference, tabUrl }, language) };
  const levelNumbers = await levelNumbersOf(around);
  return { card: settledCard({ classification: answer.value, reader, tabUrl, levelNumbers }, language), lasts: 'after-answer' };
}

const settling: readonly EventCode[] = [
  'classification-decided',
  'classification-returned',
  'classification-withdrawn',
  'classification-replaced'
];

/** Who has decided it or sent it back already, where that is why it was refused. */
function settledFirst(answer: Extract<DeskAnswer<never>, { readonly ok: false }>) {
  if (answer.reason !== 'overtaken' || answer.event === undefined || !settling.includes(answer.event)) return undefined;
  return { by: answer.by, at: answer.at, event: answer.event };
}
