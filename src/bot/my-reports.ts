// "Mina ärenden": the sender's own reports, or that they could not be read.
import type { Card } from '../cards/card';
import { myReportsCard } from '../cards/my-reports';
import { refusalCard, unknownPersonCard } from '../cards/refusal';
import type { Talk } from './report-talk';
import { phonesOf, senderOf } from './surroundings';

export async function showMyReports({ around, activity, language }: Talk): Promise<Card> {
  const unread = refusalCard({ reason: 'could-not-read', what: 'my-reports', retry: { verb: 'my-reports', data: {} } }, language);
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return unknownPersonCard({ itPhone: (await phonesOf(around)).it }, language);
  if (sender === 'unreadable') return unread;
  const answer = await around.desk.myReports(sender.known.person);
  return answer.ok ? myReportsCard({ incidents: answer.value }, language) : unread;
}
