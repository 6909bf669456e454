// People who report: through the cards of the chat, step by step, or through the API; each report says something that no other says.
import { randomUUID } from 'node:crypto';
import type { Card } from '../../src/cards/card';
import { commandId } from '../../src/domain/command-id';
import { incidentKinds, whenChoices, yesNoUnknown, type Report } from '../../src/domain/incident';
import type { Person } from '../../src/domain/person';
import { reportCarriers, weaknessKinds } from '../../src/domain/report-details';
import { text } from '../../src/i18n/text';
import type { Connector } from '../bot/connector';
import { actionOf, titlesOf, type Press } from '../cards/reading';
import type { Chance } from './chance';
import { cardsOf, referenceIn } from './chats';
import { giveCommand, pressCard, writeToBot, type Doors } from './doors';
import type { Ending, GivenReport } from './promises';

export interface Reporting {
  readonly doors: Doors;
  readonly connector: Connector;
  readonly chance: Chance;
}

/** What people write: letters of three languages, signs that mean something to somebody's parser, several lines, nothing at all. */
const descriptions = [
  '',
  'Åsa & Örjan såg "allt" – även <b>bilagan</b>.',
  'Rad ett\nrad två\n\n- och en punkt',
  "Nyckeln låg i O'Briens fack; '); DROP TABLE --",
  'Työpöydällä oli lista, jota kaikki näkivät 🙈',
  'a'.repeat(2_900)
] as const;

/** One that nobody else makes: the place carries a number of its own. Of a weakness only what its own path asks. */
export function newReport(chance: Chance): Report {
  const kind = chance.pick(incidentKinds);
  const said = {
    kind,
    where: `Rum ${randomUUID()}`,
    carrier: chance.pick(reportCarriers),
    description: chance.pick(descriptions)
  };
  if (kind === 'weakness')
    return { ...said, weakness: chance.pick(weaknessKinds), when: 'unknown', ongoing: 'unknown', personalData: 'unknown' };
  return { ...said, when: chance.pick(whenChoices), ongoing: chance.pick(yesNoUnknown), personalData: chance.pick(yesNoUnknown) };
}

export async function reportThroughApi({ doors, chance }: Reporting, by: Person): Promise<void> {
  const report = newReport(chance);
  const input = { report, reportedAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z') };
  const given = await giveCommand(doors, by, 'report-incident', input);
  doors.promises.reports.push({ ...given, name: 'report-incident', report });
}

/** Whoever does not get to the last step has not sent anything. */
export async function reportThroughBot(reporting: Reporting, by: Person): Promise<void> {
  const { doors, connector, chance } = reporting;
  const report = newReport(chance);
  const before = connector.deliveries.length;
  if (!(await writeToBot(doors, by, 'rapportera incident'))) return;
  const form = cardsOf(connector, by, before)
    .reverse()
    .find(({ speak }) => speak === text('sv', 'cards.report.title'));
  const last = form && (await lastStep(reporting, by, { form, report }));
  if (last === undefined) return;
  const { formKey } = sendData(last);
  const { ending, reference } = await sent(reporting, by, { last, report });
  const command = commandId({ name: 'report-incident', personId: by.id, key: formKey });
  const given = { command, name: 'report-incident', by, door: 'bot', input: report, ending, wasKept: ending === 'kept', report } as const;
  doors.promises.reports.push({ ...given, ...(reference !== undefined && { value: { reference } }) } satisfies GivenReport);
}

async function lastStep(
  reporting: Reporting,
  by: Person,
  { form, report }: { readonly form: Card; readonly report: Report }
): Promise<Card | undefined> {
  const { kind, when, ongoing, where, carrier = 'unknown', weakness = 'weakness', personalData } = report;
  const title = text('sv', 'cards.report.next');
  const place = { title, inputs: { carrier, where, ...(kind === 'weakness' ? { weakness } : { personalData }) } };
  const presses: readonly Press[] = [
    { title: text('sv', `cards.report.kind.${kind}`) },
    ...(kind === 'weakness' ? [] : [{ title, inputs: { when, ongoing } }]),
    place
  ];
  let shown: Card | undefined = form;
  for (const press of presses) {
    if (!titlesOf(shown).includes(press.title)) return undefined;
    shown = await pressCard(reporting.doors, by, actionOf(shown, press));
    if (shown === undefined) return undefined;
  }
  return titlesOf(shown).includes(send) ? shown : undefined;
}

const send = text('sv', 'cards.report.submit');

function sendData(card: Card): { readonly formKey: string } {
  return (actionOf(card, { title: send }) as { readonly data: { readonly formKey: string } }).data;
}

const mostSends = 4;

/** A person who is told that it takes longer looks again, and one who is shown the form again sends it again: the same form every time. */
async function sent(
  { doors }: Reporting,
  by: Person,
  { last, report }: { readonly last: Card; readonly report: Report }
): Promise<{ readonly ending: Ending; readonly reference?: string | undefined }> {
  const action = actionOf(last, { title: send, inputs: { description: report.description } });
  for (let sends = 0; sends < mostSends; sends += 1) {
    const shown = await pressCard(doors, by, action);
    switch (shown?.speak) {
      case text('sv', 'cards.receipt.title'):
      case text('sv', 'cards.receipt.title.weakness'):
        return { ending: 'done', reference: referenceIn(shown) };
      case text('sv', 'cards.kept.title'):
        return { ending: 'kept' };
      case text('sv', 'cards.waiting.title'):
      case text('sv', 'cards.report.title'):
      case text('sv', 'cards.report.title.weakness'):
        break;
      case undefined:
        return { ending: 'none' };
      default:
        throw new Error(`A sent report became the card "${shown?.speak ?? ''}".`);
    }
  }
  return { ending: 'none' };
}
