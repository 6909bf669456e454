// Whom an incident calls for at once because of its severity: those of the table that have not been told at a lower one (domain.md 5.2, H40, H51, H52, H55).
import { handlingOf, type Incident } from '../domain/incident';
import { objectOwners } from '../domain/need-to-know';
import type { Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import { severityTargets, type ToldParty } from '../reference/severity-targets';
import type { Context } from './context';
import { headOfDepartment } from './department-head';
import { firstInLine } from './line-of-answer';

/** One notice for each person, however many parts they have. Nobody when the latest assessment did not raise it. The report itself has told those of `low`. */
export async function calledBySeverity(context: Context, incident: Incident): Promise<readonly Notice[]> {
  const { told } = handlingOf(incident);
  if (told === undefined) return [];
  const before = severityTargets[told.from].told;
  const parties = severityTargets[told.to].told.filter((party) => !before.includes(party));
  const people = (await Promise.all(parties.map((party) => peopleOf(party, incident, context)))).flat();
  const ids = new Set(people.map(({ id }) => id));
  return [...ids].map((to) => ({ kind: 'incident-raised', to, reference: incident.reference, severity: told.to }));
}

/** The IT-chef is one of IT, the kommundirektör one of Ledning: groups, not titles, are what the site knows. Whoever is on duty is told first. */
export async function peopleOf(party: ToldParty, incident: Incident, context: Context): Promise<readonly Person[]> {
  const { directory } = context;
  switch (party) {
    case 'head-of-it':
      return directory.membersOf('it');
    case 'municipal-director':
      return directory.membersOf('leadership');
    case 'it':
    case 'information-security':
      return firstInLine(context, party);
    case 'data-protection':
    case 'security-protection':
      return directory.membersOf(party);
    case 'object-owner':
      return objectOwners(incident);
    case 'nearest-manager':
      return incident.nearestManager === undefined ? [] : [incident.nearestManager];
    case 'department-head':
      return headOfReporter(incident, directory);
  }
}

/** Of the förvaltning that the reporter works in. */
async function headOfReporter({ reporter }: Incident, directory: Context['directory']): Promise<readonly Person[]> {
  const head = await headOfDepartment(await directory.unitOf(reporter), directory);
  return head === undefined ? [] : [head];
}
