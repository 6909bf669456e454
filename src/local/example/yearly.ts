// What the example has marked in its årshjul, each in its month, and the change of the requirements that one of its units wishes for.
import { Temporal } from 'temporal-polyfill';
import type { Role } from '../../domain/person';
import { municipalTimeZone } from '../../domain/reference-number';
import { classificationModel } from '../../reference/classification-model';
import { requirementCatalogue } from '../../reference/requirement-catalogue';
import { yearlyTasks } from '../../reference/yearly-tasks';
import { markYearlyTask } from '../../workflows/mark-yearly-task';
import { proposeChange } from '../../workflows/propose-change';
import { people, type ExampleName } from './people';
import { expectDone, type Teller } from './teller';

/** Which of the months that have gone are marked, counted back, the earliest first. */
const monthsMarked = [5, 4, 3, 2];

/** Month by month; what has come since is there to be marked. */
export async function toldYearly(teller: Teller): Promise<void> {
  for (const ago of monthsMarked) await markedIn(teller, ago);
}

async function markedIn(teller: Teller, monthsAgo: number): Promise<void> {
  const day = Temporal.Instant.from(teller.at(0)).toZonedDateTimeISO(municipalTimeZone).subtract({ months: monthsAgo });
  const { year, month } = day;
  const days = Temporal.Instant.from(teller.at(0)).since(day.toInstant()).total('days');
  for (const { code: task, role, months } of yearlyTasks) {
    if (!months.includes(month)) continue;
    const input = { done: true, year, month, task, note: notes[task] ?? '' } as const;
    const request = teller.request(`arshjul/${year}-${month}/${task}`, whose(role), input);
    expectDone(await markYearlyTask(teller.ago(days), yearlyTasks, request));
  }
}

const notes: Readonly<Record<string, string>> = {
  'annual-report': 'Protokollet från kommunstyrelsen finns i diariet.',
  'management-review': 'Nästa genomgång tar även upp leverantörerna.',
  exercise: 'Skadlig kod i ekonomisystemet.'
};

/** Somebody who holds the role. */
function whose(role: Role): ExampleName {
  const name = (Object.keys(people) as ExampleName[]).find((one) => people[one].roles.includes(role));
  if (name === undefined) throw new Error(`The example has nobody with the role ${role}.`);
  return name;
}

export async function toldProposal(teller: Teller): Promise<void> {
  const versions = { model: classificationModel.version, requirements: requirementCatalogue.version };
  const input = {
    subject: 'requirements',
    what: 'Kravet på inloggning med flera faktorer borde inte gälla surfplattor som bara delas inom ett klassrum.',
    why: 'Eleverna i lågstadiet har inga telefoner. Vi skulle behöva ett annat sätt att visa vem som har plattan.'
  } as const;
  expectDone(await proposeChange(teller.ago(8), versions, teller.request('andringsforslag', 'principal', input)));
}
