// "Rapportera som incident" on a message in Teams: the report form opens in the person's own chat with the message's text and link; nobody is named.
import { z } from 'zod';
import { draftLimits, type Draft } from '../cards/card-data';
import { detailLimits } from '../domain/report-details';
import { keptText } from '../domain/written-text';
import { text } from '../i18n/text';
import type { InboundActivity } from './activity';
import { dialogBody } from './invoke-body';
import { messageLimit } from './phrases';
import { startReport } from './report-talk';
import { languageFor, sendPersonally, senderOf, type Surroundings } from './surroundings';

const MessagePayload = z.object({
  messagePayload: z.object({
    body: z.object({ content: z.string(), contentType: z.string().optional() }).optional().catch(undefined),
    linkToMessage: z.string().optional().catch(undefined),
    from: z
      .object({ user: z.object({ displayName: z.string().nullish() }).nullish() })
      .nullish()
      .catch(undefined)
  })
});
type Message = z.infer<typeof MessagePayload>['messagePayload'];

export async function openFromMessage(around: Surroundings, activity: InboundActivity): Promise<ReturnType<typeof dialogBody>> {
  const language = await languageFor(around, activity);
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return dialogBody(text(language, 'cards.unknown-person.text'));
  const payload = MessagePayload.safeParse(activity.value);
  const form = await startReport({ around, language }, payload.success ? saidIn(payload.data.messagePayload) : {});
  const reached = await sendPersonally(around, activity, form);
  return dialogBody(text(language, reached ? 'cards.elsewhere.sent' : 'cards.elsewhere.not-reached'));
}

function saidIn(message: Message): Pick<Draft, 'description' | 'messageLink'> {
  const { linkToMessage: messageLink } = message;
  return {
    description: keptText(messageText(message), draftLimits.description),
    ...(messageLink !== undefined && isLinkToMessage(messageLink) && { messageLink })
  };
}

const teamsHosts: readonly string[] = ['teams.microsoft.com', 'teams.cloud.microsoft'];

function isLinkToMessage(link: string): boolean {
  if (link.length > detailLimits.messageLink || !/^https:[!-~]+$/.test(link)) return false;
  return URL.canParse(link) && teamsHosts.includes(new URL(link).hostname);
}

/** The message as plain text. Teams hands it over as HTML, or says that it is text; an overlong one is left out and told by the person instead. */
function messageText({ body, from }: Message): string {
  if (body === undefined || body.content.length > messageLimit) return '';
  const said = body.contentType === 'text' ? body.content : withoutMarkup(withoutNamed(body.content));
  const sender = from?.user?.displayName?.trim() ?? '';
  return sender === '' ? said : said.replaceAll(sender, unnamed);
}

/** What stands for somebody's name: whoever handles the report reads the message itself by its link. */
const unnamed = '…';

/** Whom the message mentions, and whose message it answers: Teams marks both, the latter as `<strong itemprop="mri">` in a quotation. */
function withoutNamed(html: string): string {
  return html.replaceAll(/<(at|strong)\b([^<>]*)>[^<]*<\/\1>/gi, (whole, tag: string, attributes: string) =>
    tag.toLowerCase() === 'at' || /\bitemprop="mri"/i.test(attributes) ? unnamed : whole
  );
}

/** Tags first, so that a `<` which was written as text stays one. */
function withoutMarkup(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(nbsp|lt|gt|quot|#39|amp);/g, (_whole, name: keyof typeof entities) => entities[name])
    .replaceAll(/[ \t]+/g, ' ');
}

const entities = { nbsp: ' ', lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' } as const;
