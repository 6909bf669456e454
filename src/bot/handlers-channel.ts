// Somebody of IT or information security asks for incidents to be shown in a channel, and each incident is one card there.
import { channelAnswerCard, type ChannelNotice } from '../cards/channel-card';
import type { Card } from '../cards/card';
import { refusalCard, unknownPersonCard } from '../cards/refusal';
import { handlersChannel } from '../domain/handlers-channel';
import { isPersonal, type InboundActivity } from './activity';
import type { Conversation } from './desk';
import { ConnectorRefusal } from './outgoing';
import type { Talk } from './report-talk';
import { addressOf, phonesOf, senderOf, type Surroundings } from './surroundings';

/** `shows`: from now on they are shown here; otherwise nowhere. */
export async function chooseChannel(talk: Talk, shows: boolean): Promise<Card> {
  const { around, activity, language } = talk;
  if (isPersonal(activity)) return channelAnswerCard('alone', language);
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return unknownPersonCard({ itPhone: (await phonesOf(around)).it }, language);
  const may = sender === 'unreadable' ? sender : await mayChoose(talk, sender.known.person.id);
  if (may === 'unreadable') return refusalCard({ reason: 'could-not-read', what: 'person' }, language);
  if (!may) return channelAnswerCard('not-allowed', language);
  await remember(talk, shows);
  return channelAnswerCard(shows ? 'shown' : 'not-shown', language);
}

async function mayChoose({ around: { desk, log } }: Talk, personId: string): Promise<boolean | 'unreadable'> {
  try {
    return await desk.mayChooseChannel(personId);
  } catch (failure) {
    log.error({ err: failure }, 'The site did not answer who may choose the channel');
    return 'unreadable';
  }
}

async function remember({ around, activity, language }: Talk, shows: boolean): Promise<void> {
  const { conversations } = around.desk;
  if (!shows) {
    await conversations.forget(handlersChannel);
    return;
  }
  await conversations.setLanguage(handlersChannel, language);
  await conversations.remember(channelOf(activity, around.tenantId));
}

/** A card for the channel begins a thread of its own, not an answer in the thread where it was asked for. */
function channelOf(activity: InboundActivity, tenantId: string): Conversation {
  const { conversationId, ...address } = addressOf(activity);
  return { ...address, conversationId: conversationId.replace(/;messageid=.*$/, ''), personId: handlersChannel, tenantId };
}

interface Showing {
  readonly to: Conversation;
  readonly notice: ChannelNotice;
  readonly card: Card;
}

/** One card for each incident: put in place of the one before, or sent when there is none or somebody has taken it away. */
export async function showInPlace(
  { desk, outgoing }: Pick<Surroundings, 'desk' | 'outgoing'>,
  { to, notice, card }: Showing
): Promise<void> {
  const { conversationId } = to;
  const { reference, state: says } = notice;
  const shown = await desk.conversations.shownCard({ conversationId, reference });
  if (shown?.says === says) return;
  const isReplaced = shown !== undefined && (await isPutInPlace(() => outgoing.replace(to, shown.activityId, card)));
  const activityId = isReplaced ? shown.activityId : await outgoing.send(to, card);
  await desk.conversations.keepShownCard({ conversationId, reference, activityId, says });
}

async function isPutInPlace(replace: () => Promise<void>): Promise<boolean> {
  try {
    await replace();
    return true;
  } catch (failure) {
    if (failure instanceof ConnectorRefusal && failure.status === 404) return false;
    throw failure;
  }
}
