// Everybody who works in the endurance runs: the people of the example municipality, and more who report, each with a nearest manager.
import type { Person } from '../../src/domain/person';
import { people } from '../../src/local/example/people';
import type { Membership } from '../../src/provision/plan';
import { groups } from '../../src/schema/groups';
import type { DirectoryUser } from '../../src/standin/directory/directory';

const reporterCount = 12;
const bosses = [people.manager, people.principal, people.waterHead] as const;

/** Nobody's names: a number each. */
const reportingUsers: readonly DirectoryUser[] = Array.from({ length: reporterCount }, (_, index) => {
  const number = index + 101;
  const address = `anstalld.${number}@haparanda.example`;
  const boss = bosses[index % bosses.length] ?? people.manager;
  return {
    id: `0a5e1c0d-0000-4000-8000-${String(number).padStart(12, '0')}`,
    displayName: `Anställd ${number}`,
    userPrincipalName: address,
    mail: address,
    department: boss.department ?? '',
    managerId: boss.id,
    accountEnabled: true
  };
});

export const users: readonly DirectoryUser[] = [...Object.values(people).map(({ roles, ...user }) => user), ...reportingUsers];

export const everybody: readonly Person[] = users.map(personOf);
export const reporters: readonly Person[] = reportingUsers.map(personOf);
/** All who have the role IT. */
export const technicians = [personOf(people.itHead), personOf(people.it)] as const;
export const managers: readonly Person[] = bosses.map(personOf);
/** Keeps the register and proposes classes. */
export const custodian: Person = personOf(people.custodian);
/** May propose a class for any asset. */
export const securityOfficer: Person = personOf(people.securityOfficer);

/** Where the objektägare that decide work, by unit, and who heads the förvaltning above it. */
export const deciders: readonly { readonly unit: string; readonly owner: Person; readonly departmentHead: Person }[] = [
  { unit: 'SOC-HEM', owner: personOf(people.manager), departmentHead: personOf(people.socialHead) },
  { unit: 'BUF-GR', owner: personOf(people.principal), departmentHead: personOf(people.schoolHead) },
  { unit: 'SBF-VA', owner: personOf(people.waterHead), departmentHead: personOf(people.technicalHead) }
];

/** Everybody works here; some hold a role as well. */
export const memberships: readonly Membership[] = [
  ...groups.flatMap((group) =>
    Object.values(people)
      .filter(({ roles }) => group !== 'employees' && roles.includes(group))
      .map(({ userPrincipalName: who }) => ({ group, who }))
  ),
  ...users.map(({ userPrincipalName: who }) => ({ group: 'employees' as const, who }))
];

export function personById(id: string): Person {
  const found = everybody.find((person) => person.id === id);
  if (found === undefined) throw new Error(`Nobody here has the id ${id}.`);
  return found;
}

function personOf({ id, displayName, userPrincipalName }: DirectoryUser): Person {
  return { id, name: displayName, upn: userPrincipalName };
}
