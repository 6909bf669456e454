// English texts: the inventory of the register, in the tab and on cards.
import type { inventory as source } from '../sv/inventory';

export const inventory: Readonly<Record<keyof typeof source, string>> = {
  'cards.inventory.title': 'Inventory: is everything there?',
  'cards.inventory.opened': 'Is all information that the unit uses in the register? Paper, telephone and cloud services count too.',
  'cards.inventory.week': 'A week is left. Is all information that the unit uses in the register?',
  'cards.inventory.last': 'Today is the last day. Is all information that the unit uses in the register?',
  'cards.inventory.over': 'The last day has passed, but you can still answer. Is all information that the unit uses in the register?',
  'cards.inventory.complete': 'Everything is there',
  'cards.inventory.missing': 'Something is missing',
  'cards.inventory.what': 'What is missing?',
  'cards.inventory.write': 'Write what is missing, in {most} characters at most.',
  'cards.inventory.send': 'Send the answer',
  'cards.inventory.look': 'Open in Värna',
  'cards.inventory.thanks': 'Thank you for the answer',
  'cards.inventory.change': 'You can change the answer in Värna as long as the inventory is under way.',
  'cards.inventory.not-answered': 'The answer has not been saved',
  'cards.inventory.kept': 'The answer has been received',
  'cards.row.last-day': 'Answer by',
  'cards.row.answer': 'Answer',
  'cards.row.as-of': 'Holds for',
  'cards.what.unit-answer': 'the inventory'
};
