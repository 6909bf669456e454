// "Rapportera som incident" on a message in Teams: the report form opens in the person's own chat with the message as a draft text.
import { z } from 'zod';
import { draftLimits, writtenText } from '../cards/card-data';
import { text } from '../i18n/text';
import type { InboundActivity } from './activity';
import { dialogBody } from './invoke-body';
import { messageLimit } from './phrases';
import { startReport } from './report-talk';
import { languageFor, sendPersonally, senderOf, type Surroundings } from './surroundings';

const MessagePayload = z.object({
  messagePayload: z.object({ body: z.object({ content: z.string(), contentType: z.string().optional() }) })
});

export async function openFromMessage(around: Surroundings, activity: InboundActivity): Promise<ReturnType<typeof dialogBody>> {
  const language = await languageFor(around, activity);
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return dialogBody(text(language, 'cards.unknown-person.text'));
  const form = await startReport({ around, language }, writtenText(messageText(activity.value), draftLimits.description));
  const reached = await sendPersonally(around, activity, form);
  return dialogBody(text(language, reached ? 'cards.elsewhere.sent' : 'cards.elsewhere.not-reached'));
}

/** The message as plain text. Teams hands it over as HTML; an overlong one is left out and told by the person instead. */
function messageText(value: unknown): string {
  const payload = MessagePayload.safeParse(value);
  if (!payload.success) return '';
  const { content } = payload.data.messagePayload.body;
  return content.length > messageLimit
    ? ''
    : content
        .replaceAll(/<[^<>]*>/g, ' ')
        .replaceAll('&nbsp;', ' ')
        .replaceAll(/[ \t]+/g, ' ');
}
