// What the example's closed incident taught, and the measures it led to: one that is late, and one whose effect is to be checked.
import { addMeasure } from '../../workflows/add-measure';
import { finishMeasure } from '../../workflows/finish-measure';
import { recordLesson } from '../../workflows/record-lesson';
import { people, type ExampleName } from './people';
import { expectDone, type Handled, type Teller } from './teller';

export async function toldMeasures(teller: Teller, { reference: incident, key, days }: Handled): Promise<void> {
  const context = teller.ago(days - 5);
  const day = (ahead: number): string => teller.at(days - 5 - ahead).slice(0, 10);
  const lesson = { reference: incident, text: 'Den som går av bussen sist räknar inte. Räkna när alla har gått av, och före.' };
  expectDone(await recordLesson(context, teller.request(`${key}/lardom`, 'it', lesson)));
  const counted = await added('rakna', 'Räkna surfplattorna före och efter varje utflykt', 'principal', { due: day(1), check: day(60) });
  await added('marka', 'Märk surfplattorna med skolans namn och telefonnummer', 'teacher', { due: day(2), check: day(90) });
  const finish = { reference: counted, text: 'En lista sitter innanför bussdörren, och den senaste utflykten räknades alla in.' };
  expectDone(await finishMeasure(teller.ago(days - 6), teller.request(`${key}/rakna/klar`, 'principal', finish)));

  async function added(name: string, what: string, owner: ExampleName, daysGiven: { due: string; check: string }): Promise<string> {
    const input = { incident, what, owner: people[owner].userPrincipalName, ...daysGiven };
    return expectDone(await addMeasure(context, teller.request(`${key}/${name}`, 'it', input))).reference;
  }
}
