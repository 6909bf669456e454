// Everybody's chat with the bot, as the connector has taken it in: the cards each person sees, and which notice each card is.
import type { Card } from '../../src/cards/card';
import type { Notice } from '../../src/domain/notice';
import type { Person } from '../../src/domain/person';
import { text, type TextKey } from '../../src/i18n/text';
import type { Connector, Delivery } from '../bot/connector';
import { actionsOf, wordsOf } from '../cards/reading';

/** A card in somebody's chat. */
export interface ShownCard {
  readonly to: string;
  readonly card: Card;
}

/** A notice as it can be told from its card. `about` is the number it is about, and in which capacity where there are two. */
export interface ShownNotice {
  readonly to: string;
  readonly kind: Notice['kind'];
  readonly about: string;
}

/** New cards in people's chats since the delivery with this number; cards put in place of others are not new. */
export function cardsSince({ deliveries }: Connector, first = 0): ShownCard[] {
  return deliveries.slice(first).flatMap((delivery) => cardIn(delivery) ?? []);
}

export function cardsOf(connector: Connector, { id }: Person, first = 0): Card[] {
  return cardsSince(connector, first).flatMap(({ to, card }) => (to === id ? [card] : []));
}

type PersonalKind = Exclude<Notice['kind'], 'incident-in-channel'>;

/** `undefined` for a card that answers somebody, which is no notice. */
export function noticeIn({ to, card }: ShownCard): ShownNotice | undefined {
  const kind = (Object.keys(titles) as PersonalKind[]).find((candidate) => isTitled(candidate, card));
  return kind === undefined
    ? undefined
    : { to, kind, about: [referenceIn(card), capacityIn(card)].filter((part) => part !== undefined).join(' ') };
}

function isTitled(kind: PersonalKind, { speak }: Card): boolean {
  return [titles[kind], otherTitles[kind]].some((key) => key !== undefined && text('sv', key) === speak);
}

export function referenceIn(card: Card): string | undefined {
  return /\b[IKTSM]-\d{4}-\d{4,}\b/.exec(wordsOf(card))?.[0];
}

/** Of the cards that people get; the channel has others. */
const titles: Readonly<Record<PersonalKind, TextKey>> = {
  'incident-reported': 'cards.incident.title',
  'incident-registered': 'cards.registered.title',
  'incident-acknowledged': 'cards.received.title',
  'incident-raised': 'cards.raised.title',
  'incident-assigned': 'cards.assigned.title',
  'incident-question': 'cards.question.title',
  'incident-answered': 'cards.answered.title',
  'incident-file': 'cards.file-added.title',
  'incident-changed': 'cards.changed.title',
  'incident-reminder': 'cards.reminder.title',
  'incident-escalated': 'cards.escalated.title',
  'report-handed-over': 'cards.report-handed-over.title',
  'report-received': 'cards.report-received.title',
  'crisis-staff-called': 'cards.crisis-staff.title',
  'incident-digest': 'cards.digest.title',
  'report-stopped': 'cards.stopped.title',
  'classification-submitted': 'cards.submitted.title',
  'classification-asked': 'cards.asked.title',
  'decisions-waiting': 'cards.decisions.title',
  'classification-serious': 'cards.serious.title',
  'classification-decided': 'cards.decided.title',
  'classification-returned': 'cards.returned.title',
  'track-moved': 'cards.track.title',
  'track-reminder': 'cards.track-reminder.title',
  'measure-moved': 'cards.measure.title',
  'measure-reminder': 'cards.measure-reminder.title',
  'change-proposed': 'cards.change-proposed.title',
  'change-answered': 'cards.change-answered.title',
  'classes-to-reconsider': 'cards.reconsider.title',
  'owner-vacant': 'cards.vacant.title',
  'requirements-raised': 'cards.requirements-raised.title',
  'supplier-late': 'cards.supplier-late.title',
  'yearly-reminder': 'cards.yearly.title',
  'inventory-asked': 'cards.inventory.title',
  'command-refused': 'cards.refused-later.title'
};

/** Of a card that whoever gets it decides by. */
const otherTitles: Readonly<Partial<Record<PersonalKind, TextKey>>> = { 'measure-moved': 'cards.measure-proposed.title' };

function capacityIn(card: Card): string | undefined {
  const pressed = actionsOf(card).map((action) => action['data'] as { readonly receiver?: string } | undefined);
  const receiver = pressed.find((data) => data?.receiver !== undefined)?.receiver;
  if (receiver !== undefined) return receiver;
  const words = wordsOf(card);
  if (words.includes(text('sv', 'cards.serious.decided'))) return 'decided';
  if (words.includes(text('sv', 'cards.received.by-it'))) return 'it';
  return words.includes(text('sv', 'cards.received.by-manager')) ? 'nearest-manager' : undefined;
}

function cardIn({ method, path, body, isTaken }: Delivery): ShownCard | undefined {
  const to = /\/v3\/conversations\/a:([^/]+)\/activities$/.exec(decodeURIComponent(path))?.[1];
  const card = body.attachments?.[0]?.content;
  return method === 'POST' && isTaken && to !== undefined && card !== undefined ? { to, card } : undefined;
}
