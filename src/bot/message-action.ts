// "Rapportera som incident" on a message in Teams: the report form opens in the person's own chat with the message as a draft text.
import { z } from 'zod';
import { draftLimits } from '../cards/card-data';
import { keptText } from '../domain/written-text';
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
  const form = await startReport({ around, language }, keptText(messageText(activity.value), draftLimits.description));
  const reached = await sendPersonally(around, activity, form);
  return dialogBody(text(language, reached ? 'cards.elsewhere.sent' : 'cards.elsewhere.not-reached'));
}

/** The message as plain text. Teams hands it over as HTML, or says that it is text; an overlong one is left out and told by the person instead. */
function messageText(value: unknown): string {
  const payload = MessagePayload.safeParse(value);
  if (!payload.success) return '';
  const { content, contentType } = payload.data.messagePayload.body;
  if (content.length > messageLimit) return '';
  return contentType === 'text' ? content : withoutMarkup(content);
}

/** Tags first, so that a `<` which was written as text stays one. */
function withoutMarkup(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(nbsp|lt|gt|quot|#39|amp);/g, (_whole, name: keyof typeof entities) => entities[name])
    .replaceAll(/[ \t]+/g, ' ');
}

const entities = { nbsp: ' ', lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' } as const;
