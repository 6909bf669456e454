// The inventory that is under way in the example: one unit is complete, one knows what it lacks, the others have not answered.
import { answersIn } from '../../workflows/inventories';
import { answerInventory, type AnswerInventoryInput } from '../../workflows/answer-inventory';
import { openInventory } from '../../workflows/open-inventory';
import type { ExampleName } from './people';
import { expectDone, type Teller } from './teller';

export async function toldInventory(teller: Teller): Promise<void> {
  const input = { lastDay: teller.at(-10).slice(0, 10) };
  const { reference: inventory } = expectDone(await openInventory(teller.ago(6), teller.request('inventering', 'securityOfficer', input)));
  const asked = await answersIn(teller.ago(6), inventory);
  await answered('KLF-IT', 5, 'itHead', (reference) => ({ state: 'complete', reference }));
  await answered('SOC-HEM', 3, 'manager', (reference) => ({
    state: 'missing',
    reference,
    text: 'Nyckelskåpet i personalrummet, och listan över vem som har vilken nyckel.',
    names: ['Nyckelpärmen']
  }));

  async function answered(unit: string, days: number, by: ExampleName, said: (reference: string) => AnswerInventoryInput): Promise<void> {
    const reference = asked.find((answer) => answer.unit === unit)?.reference;
    if (reference === undefined) throw new Error(`The example has no unit ${unit} to ask.`);
    expectDone(await answerInventory(teller.ago(days), teller.request(`inventering/svar/${unit}`, by, said(reference))));
  }
}
