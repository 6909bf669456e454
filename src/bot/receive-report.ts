// The kommundirektör presses Kvittera on the card of a särskild rapport: the card becomes that it is received (H64).
import { markedCard } from '../cards/card';
import type { Press } from '../cards/card-data';
import { refusalCard, unknownPersonCard } from '../cards/refusal';
import { keptReceivingCard, receivedReportCard } from '../cards/special-report';
import { commandId } from '../domain/command-id';
import { handedReports } from '../domain/incident';
import type { Becomes, Talk } from './report-talk';
import { phonesOf, senderOf } from './surroundings';

export type ReceiveReportPress = Extract<Press, { readonly verb: 'receive-report' }>;

export async function pressReceiveReport(talk: Talk, press: ReceiveReportPress): Promise<Becomes> {
  const { around, activity, language } = talk;
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return { card: unknownPersonCard({ itPhone: (await phonesOf(around)).it }, language) };
  if (sender === 'unreadable') return { card: refusalCard({ reason: 'could-not-read', what: 'person', retry: press }, language) };
  const { formKey: key, exercise, ...input } = press.data;
  const command = commandId({ name: 'receive-report', personId: sender.known.person.id, key });
  const answer = await around.desk.run('receive-report', { command, actor: sender.known, input });
  if (!answer.ok) {
    const isWorthRetrying = answer.reason === 'could-not-read' || answer.reason === 'overtaken';
    return { card: refusalCard({ ...answer, retry: isWorthRetrying ? press : undefined }, language) };
  }
  if ('kept' in answer) return { card: markedCard({ exercise }, keptReceivingCard(input.reference, language), language) };
  const at = handedReports(answer.value)[input.report]?.receivedAt;
  const received = receivedReportCard({ reference: input.reference, at, tabUrl: await around.desk.tabUrl(input.reference) }, language);
  return { card: markedCard(answer.value, received, language), lasts: 'after-answer' };
}
