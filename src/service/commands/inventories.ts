// Whether the register is complete, asked unit by unit.
import { answerInventory, AnswerInventoryInput } from '../../workflows/answer-inventory';
import { closeInventory, CloseInventoryInput } from '../../workflows/close-inventory';
import { openInventory, OpenInventoryInput } from '../../workflows/open-inventory';
import type { Lines } from './lines';

export function inventoryCommands({ line, ofAct }: Lines) {
  return {
    'open-inventory': line({
      name: 'open-inventory',
      input: OpenInventoryInput,
      carryOut: openInventory,
      acts: ['open-inventory'],
      answerWithin: 60_000
    }),
    'answer-inventory': ofAct('answer-inventory', AnswerInventoryInput, answerInventory),
    'close-inventory': ofAct('close-inventory', CloseInventoryInput, closeInventory)
  };
}
