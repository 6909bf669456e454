// What every answer of the bot needs to know about the sender: who they are, which language, which numbers to ring, where to write.
import type { Card } from '../cards/card';
import type { Language } from '../domain/language';
import type { LevelNumbers } from '../domain/level-numbers';
import type { Actor } from '../domain/person';
import { isPersonal, type InboundActivity } from './activity';
import type { BotDesk, Conversation, DeskAnswer, Phones } from './desk';
import type { Address, Outgoing } from './outgoing';
import { unchosenLanguage } from './unchosen-language';

/** Where failures are told that the person is not to be shown. pino fits. */
export interface BotLog {
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
}

/** What the bot works with. `now` is UTC, ISO 8601, whole seconds. */
export interface Surroundings {
  readonly desk: BotDesk;
  readonly now: () => string;
  readonly log: BotLog;
  readonly tenantId: string;
  readonly outgoing: Outgoing;
}

/** Who sent an activity. `unreadable`: the directory did not answer. */
export type Sender = { readonly known: Actor } | 'unknown' | 'unreadable';

/** Taken from the verified activity alone, never from what a card says (style.md C, A1). */
export async function senderOf({ desk, log }: Surroundings, { from }: InboundActivity): Promise<Sender> {
  if (from.aadObjectId === undefined) return 'unknown';
  try {
    const actor = await desk.actorOf(from.aadObjectId);
    return actor === undefined ? 'unknown' : { known: actor };
  } catch (failure) {
    log.error({ err: failure }, 'The directory did not answer who the sender is');
    return 'unreadable';
  }
}

/** The language chosen by the person's own words, else that of their Teams. */
export async function languageFor(around: Surroundings, activity: InboundActivity): Promise<Language> {
  return (await chosenLanguage(around, activity)) ?? unchosenLanguage(activity.locale);
}

/** `undefined` also when it could not be read. */
export async function chosenLanguage({ desk, log }: Surroundings, { from }: InboundActivity): Promise<Language | undefined> {
  const { aadObjectId } = from;
  if (aadObjectId === undefined) return undefined;
  return orElse(undefined, () => desk.conversations.languageOf(aadObjectId), log, 'The chosen language could not be read');
}

/** Without numbers the cards still say whom to ring. */
export async function phonesOf({ desk, log }: Surroundings): Promise<Phones> {
  return orElse({}, () => desk.phones(), log, 'The phone numbers could not be read');
}

/** Remembers where the person is reached, from any activity in their own chat. */
export async function rememberSender({ desk, log }: Surroundings, activity: InboundActivity): Promise<void> {
  const conversation = isPersonal(activity) ? conversationOf(activity) : undefined;
  if (conversation === undefined) return;
  await orElse(undefined, () => desk.conversations.remember(conversation), log, 'A conversation could not be remembered');
}

/** For a press with something written in it, which is to stand on the card that comes. */
export async function orUnexpected<V>(
  { log }: Pick<Surroundings, 'log'>,
  run: () => Promise<DeskAnswer<V>>,
  failed: string
): Promise<DeskAnswer<V> | { readonly ok: false; readonly reason: 'unexpected' }> {
  try {
    return await run();
  } catch (failure) {
    log.error({ err: failure }, failed);
    return { ok: false, reason: 'unexpected' };
  }
}

/** At a number in the tab. Without it the card has one button less. */
export function tabUrlOf({ desk, log }: Surroundings, reference: string): Promise<string | undefined> {
  return orElse(undefined, () => desk.tabUrl(reference), log, 'The address of the tab could not be read');
}

/** Without them the levels stand in words alone. */
export function levelNumbersOf({ desk, log }: Pick<Surroundings, 'desk' | 'log'>): Promise<LevelNumbers | undefined> {
  return orElse(undefined, () => desk.levelNumbers(), log, 'The numbers of the levels could not be read');
}

export function addressOf({ serviceUrl, conversation, recipient }: InboundActivity): Address {
  return { serviceUrl, conversationId: conversation.id, botId: recipient.id };
}

/**
 * Sends a card where only the sender sees it, whatever conversation they wrote in.
 * `false` when they cannot be reached there, as when the app is not installed for them.
 */
export async function sendPersonally(around: Surroundings, activity: InboundActivity, card: Card): Promise<boolean> {
  try {
    await around.outgoing.send(await personalAddress(around, activity), card);
    return true;
  } catch (failure) {
    around.log.warn({ err: failure }, 'A person could not be reached in their own chat');
    return false;
  }
}

async function personalAddress(around: Surroundings, activity: InboundActivity): Promise<Address> {
  if (isPersonal(activity)) return addressOf(activity);
  const { aadObjectId } = activity.from;
  const known = aadObjectId === undefined ? undefined : await around.desk.conversations.of(aadObjectId);
  if (known !== undefined) return known;
  const conversationId = await around.outgoing.openPersonal(activity, around.tenantId);
  const opened = { ...activity, conversation: { id: conversationId, conversationType: 'personal', tenantId: around.tenantId } };
  await rememberSender(around, opened);
  return addressOf(opened);
}

function conversationOf(activity: InboundActivity): Conversation | undefined {
  const { from, conversation, channelData, locale } = activity;
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  if (from.aadObjectId === undefined || tenantId === undefined) return undefined;
  return { ...addressOf(activity), personId: from.aadObjectId, tenantId, ...(locale !== undefined && { locale }) };
}

/** What can be done without is logged when it fails, and done without. */
async function orElse<V>(otherwise: V, ask: () => Promise<V>, log: BotLog, failed: string): Promise<V> {
  try {
    return await ask();
  } catch (failure) {
    log.warn({ err: failure }, failed);
    return otherwise;
  }
}
