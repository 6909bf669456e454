// The krisstab in a document about an incident: why it was called and whom, who came, what was decided, and the minutes. No numbers: those are for whoever rings.
import { calledPeople, type CrisisStaff } from '../domain/crisis-staff';
import { crisisStaffs, type Incident } from '../domain/incident';
import { moment, swedish, type Say } from './case';
import { facts, heading, table, type Block } from './paper';

/** Each calling; nothing where there was none. */
export function crisis(incident: Incident, say: Say): readonly Block[] {
  return crisisStaffs(incident).flatMap((staff, place) => [
    heading(`${swedish('tab.crisis')}: ${swedish('tab.crisis.heading', { number: place + 1 })}`),
    calling(staff, say),
    ...calledAndPresent(staff, say),
    ...decided(staff, say),
    ...ended(staff, say)
  ]);
}

/** Who called, when and why. */
export function calling({ by, at, reason, agenda, link }: CrisisStaff, say: Say): Block {
  return facts(
    [swedish('tab.crisis.called'), `${say('people', by.name)}, ${moment(at)}`],
    [swedish('tab.crisis.reason'), say('notes', reason)],
    [swedish('tab.crisis.agenda'), agenda === '' ? undefined : say('notes', agenda)],
    [swedish('tab.crisis.link'), link === undefined ? undefined : say('notes', link)]
  );
}

/** Everybody who was called, and who of them came. */
export function calledAndPresent(staff: CrisisStaff, say: Say): readonly Block[] {
  const { attendance } = staff;
  const came = (id: string): string => (attendance === undefined ? 'Inte infört' : attendance.present.includes(id) ? 'Ja' : 'Nej');
  const rows = calledPeople(staff).map(({ person, functions }) => [functions.join(', '), say('people', person.name), came(person.id)]);
  return [
    heading(swedish('tab.crisis.attendance'), 2),
    ...table(['Funktion', 'Namn', 'Närvarande'], rows),
    ...(attendance === undefined
      ? []
      : [
          facts(
            [swedish('tab.crisis.attendance.others'), attendance.others === '' ? 'Inga' : say('people', attendance.others)],
            ['Infört av', `${say('people', attendance.by.name)}, ${moment(attendance.at)}`]
          )
        ])
  ];
}

export function decided({ decisions }: CrisisStaff, say: Say): readonly Block[] {
  const rows = decisions.map(({ text, by, at }) => [say('notes', text), `${say('people', by.name)}, ${moment(at)}`]);
  return [
    heading(swedish('tab.crisis.decisions'), 2),
    ...(rows.length === 0 ? [facts([swedish('tab.crisis.decisions'), 'Inga'])] : table(['Beslut', 'Infört av och när'], rows))
  ];
}

export function ended({ ended: end }: CrisisStaff, say: Say): readonly Block[] {
  return [
    heading(swedish('tab.crisis.end.label'), 2),
    facts([swedish('tab.crisis.end.label'), end && `${say('notes', end.minutes)}\n${say('people', end.by.name)}, ${moment(end.at)}`])
  ];
}
