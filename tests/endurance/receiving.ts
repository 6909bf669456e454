// People who receive: IT and the nearest managers press Mottagen on the cards in their chats, often several at the same moment.
import type { Card } from '../../src/cards/card';
import { commandId } from '../../src/domain/command-id';
import type { Receiver } from '../../src/domain/incident';
import type { Person } from '../../src/domain/person';
import { text } from '../../src/i18n/text';
import { actionOf } from '../cards/reading';
import { cardsOf, referenceIn } from './chats';
import { giveCommand, pressCard } from './doors';
import type { Ending } from './promises';
import type { Reporting } from './reporting';

/** Gives the next card in the person's chat that asks for a receipt, in the order they came. */
export function receiver({ doors, connector, chance }: Reporting, by: Person): () => Promise<boolean> {
  let read = 0;
  return async () => {
    const waiting = cardsOf(connector, by, read).find(({ speak }) => speak === text('sv', 'cards.incident.title'));
    if (waiting === undefined) {
      read = connector.deliveries.length;
      return false;
    }
    read = 1 + connector.deliveries.findIndex(({ body }) => body.attachments?.[0]?.content === waiting);
    // Some are left for another day.
    if (chance.happens(0.7)) await (chance.happens(0.6) ? receiveInChat(waiting) : receiveThroughApi(waiting));
    return true;
  };

  async function receiveThroughApi(card: Card): Promise<void> {
    const { formKey: _key, ...input } = dataOf(card);
    doors.promises.given.push(await giveCommand(doors, by, 'acknowledge-incident', input));
  }

  async function receiveInChat(card: Card): Promise<void> {
    const { formKey: key, ...input } = dataOf(card);
    const shown = await pressCard(doors, by, actionOf(card, { title: pressed }));
    const ending = endingOf(shown);
    const command = commandId({ name: 'acknowledge-incident', personId: by.id, key });
    doors.promises.given.push({ command, name: 'acknowledge-incident', by, door: 'bot', input, ending, wasKept: ending === 'kept' });
  }
}

const pressed = text('sv', 'cards.incident.acknowledge');

interface Receipt {
  readonly formKey: string;
  readonly reference: string;
  readonly receiver: Receiver;
}

function dataOf(card: Card): Receipt {
  return (actionOf(card, { title: pressed }) as { readonly data: Receipt }).data;
}

function endingOf(shown: Card | undefined): Ending {
  switch (shown?.speak) {
    case text('sv', 'cards.acknowledged.title'):
      return 'done';
    // The receipt that is only saved has the heading of the notice, and no button any more.
    case text('sv', 'cards.incident.title'):
      return 'kept';
    case text('sv', 'cards.refusal.title'):
      return JSON.stringify(shown).includes(text('sv', 'cards.retry')) ? 'none' : 'refused';
    case undefined:
    case text('sv', 'cards.waiting.title'):
      return 'none';
    default:
      throw new Error(`A receipt for ${shown === undefined ? '' : (referenceIn(shown) ?? '')} became the card "${shown?.speak ?? ''}".`);
  }
}
