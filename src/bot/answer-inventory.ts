// The head of a unit answers an inventory on its card, by the same rules as everywhere: the card becomes what they answered (H21).
import type { Press } from '../cards/card-data';
import { keptUnitAnswerCard, notAnsweredCard, unitAnsweredCard } from '../cards/inventory-card';
import { refusalText, unknownPersonCard } from '../cards/refusal';
import { commandId } from '../domain/command-id';
import { inventoryLimits } from '../domain/inventory';
import { text } from '../i18n/text';
import { AnswerInventoryInput } from '../workflows/answer-inventory';
import type { Becomes, Talk } from './report-talk';
import { orUnexpected, phonesOf, senderOf, tabUrlOf } from './surroundings';

export type InventoryPress = Extract<Press, { readonly verb: 'inventory-complete' | 'inventory-missing' }>;

export async function pressInventory(talk: Talk, press: InventoryPress): Promise<Becomes> {
  const { around, activity, language } = talk;
  const tabUrl = await tabUrlOf(around, press.data.reference);
  const notTaken = (problem: string, isWorthRetrying: boolean): Becomes => ({
    card: notAnsweredCard({ press, problem, isWorthRetrying, tabUrl }, language),
    lasts: 'before-answer'
  });
  const input = AnswerInventoryInput.safeParse(inputOf(press));
  if (!input.success) return notTaken(text(language, 'cards.inventory.write', { most: inventoryLimits.text }), true);
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return { card: unknownPersonCard({ itPhone: (await phonesOf(around)).it }, language) };
  if (sender === 'unreadable') return notTaken(refusalText({ reason: 'could-not-read', what: 'person' }, language), true);
  // The two answers of one card are two commands: whoever presses the other before the card has changed means the other.
  const command = commandId({ name: press.verb, personId: sender.known.person.id, key: press.data.formKey });
  const answering = () => around.desk.run('answer-inventory', { command, actor: sender.known, input: input.data });
  const answer = await orUnexpected(around, answering, 'A unit’s answer could not be carried out');
  if (!answer.ok) {
    return notTaken(refusalText({ ...answer, what: 'unit-answer' }, language), worthRetrying.includes(answer.reason));
  }
  const shown = 'kept' in answer ? keptUnitAnswerCard({ tabUrl }, language) : unitAnsweredCard({ answer: answer.value, tabUrl }, language);
  return { card: shown, lasts: 'after-answer' };
}

const worthRetrying: readonly string[] = ['could-not-read', 'overtaken', 'unexpected'];

/** On a card the answer holds for the day it is given. */
function inputOf({ verb, data: { reference, ...written } }: InventoryPress): unknown {
  if (verb === 'inventory-complete') return { state: 'complete', reference };
  return { state: 'missing', reference, text: 'text' in written ? written.text : undefined, names: [] };
}
