// IT or the nearest manager presses Mottagen: the card becomes how things stand (H40).
import { acknowledgedCard, keptAcknowledgementCard } from '../cards/acknowledgement';
import type { Press } from '../cards/card-data';
import { refusalCard, unknownPersonCard } from '../cards/refusal';
import { commandId } from '../domain/command-id';
import type { Incident } from '../domain/incident';
import type { Actor } from '../domain/person';
import type { DeskAnswer } from './desk';
import type { Becomes, Talk } from './report-talk';
import { phonesOf, senderOf } from './surroundings';

export type AcknowledgePress = Extract<Press, { readonly verb: 'acknowledge' }>;

export async function pressAcknowledge(talk: Talk, press: AcknowledgePress): Promise<Becomes> {
  const { around, activity, language } = talk;
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return { card: unknownPersonCard({ itPhone: (await phonesOf(around)).it }, language) };
  if (sender === 'unreadable') return { card: refusalCard({ reason: 'could-not-read', what: 'person', retry: press }, language) };
  const answer = await give(talk, sender.known, press);
  if (!answer.ok) return { card: refusalCard({ ...answer, retry: isWorthRetrying(answer.reason) ? press : undefined }, language) };
  if ('kept' in answer) return { card: keptAcknowledgementCard(press.data, language) };
  return { card: acknowledgedCard({ incident: answer.value, reader: sender.known.person.id }, language), lasts: 'after-answer' };
}

function give(talk: Talk, actor: Actor, press: AcknowledgePress): Promise<DeskAnswer<Incident>> {
  const { formKey: key, exercise: _exercise, ...input } = press.data;
  const command = commandId({ name: 'acknowledge-incident', personId: actor.person.id, key });
  return talk.around.desk.run('acknowledge-incident', { command, actor, input });
}

function isWorthRetrying(reason: string): boolean {
  return reason === 'could-not-read' || reason === 'overtaken';
}
