// Who has to do with an incident and may therefore read it: roles and people, as they join and leave (OSL 18:8, domain.md 5.2 "who is told").
import { handedReports, handlingOf, type Incident } from './incident';
import type { Person, Role } from './person';
import { isAtLeast } from './severity';

/**
 * Dataskydd when it touches personal data, Säkerhetsskydd from high severity on. A restricted incident is not for IT as a whole: there the handler alone is
 * let in, and Informationssäkerhet, which answers for the restriction. Of one that was let go by a gallringsbeslut Informationssäkerhet alone.
 */
export function concernedRoles(incident: Incident): readonly Role[] {
  const { restricted, severity, disposal } = handlingOf(incident);
  if (disposal !== undefined) return ['information-security'];
  const roles: (Role | false)[] = [
    !restricted && 'it',
    'information-security',
    touchesPersonalData(incident) && 'data-protection',
    isAtLeast(severity, 'high') && 'security-protection'
  ];
  return roles.filter((role) => role !== false);
}

/** The reporter, the handler and whoever was handed a särskild rapport always; the nearest manager and the objektägare of linked assets unless it is restricted. Nobody once it was let go. */
export function concernedPeople(incident: Incident): readonly Person[] {
  const { handler, restricted, disposal } = handlingOf(incident);
  if (disposal !== undefined) return [];
  const handed = handedReports(incident).map(({ to }) => to);
  const named = restricted
    ? [incident.reporter, handler, ...handed]
    : [incident.reporter, incident.nearestManager, handler, ...objectOwners(incident), ...handed];
  return named.filter((person) => person !== undefined);
}

/** The roles that had to do with it for a while, or may have, and have not now. */
export function rolesThatLeft(incident: Incident): readonly Role[] {
  if (incident.handling === undefined) return [];
  const now = concernedRoles(incident);
  return comingAndGoing.filter((role) => !now.includes(role));
}

const comingAndGoing = ['it', 'data-protection', 'security-protection'] as const satisfies readonly Role[];

/** The people who had to do with it for a while and have not now. */
export function peopleThatLeft(incident: Incident): readonly Person[] {
  const { concerned, restricted, disposal } = handlingOf(incident);
  const now = concernedPeople(incident).map(({ id }) => id);
  const manager = (restricted || disposal !== undefined) && incident.nearestManager !== undefined ? [incident.nearestManager] : [];
  const reporter = disposal === undefined ? [] : [incident.reporter];
  return [...concerned, ...manager, ...reporter].filter(({ id }) => !now.includes(id));
}

export function objectOwners(incident: Incident): readonly Person[] {
  return handlingOf(incident).assets.flatMap(({ objectOwner }) => (objectOwner === undefined ? [] : [objectOwner]));
}

function touchesPersonalData(incident: Incident): boolean {
  return incident.report.personalData === 'yes' || handlingOf(incident).facts?.personalData === true;
}
