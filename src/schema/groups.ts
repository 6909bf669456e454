// The site's groups: one for each role of the municipality, and one for everybody who works there (domain.md 3 E).
import { roles, type Role } from '../domain/person';
import { terms } from '../i18n/sv/terms';

/** A role, or everybody who works in the municipality. */
export type Group = Role | 'employees';

export const groups: readonly Group[] = [...roles, 'employees'];

/** Everybody with a role, but not every employee. */
export const roleGroups: readonly Group[] = roles;

/** What the group is called on the site, such as `Värna Informationssäkerhet`. */
export function groupTitle(group: Group): string {
  return `Värna ${group === 'employees' ? 'Medarbetare' : terms[`role.${group}`]}`;
}

export function groupDescription(group: Group): string {
  switch (group) {
    case 'accountable':
      return 'Informationsägare, objektägare, chefer och förvaltare. Ser registret, klassningarna och sin del av arbetet.';
    case 'it':
      return 'IT-organisationen. Tar emot incidenter och ser registret och klassningarna.';
    case 'information-security':
      return 'Informationssäkerhetsansvarig med medarbetare. Ser allt i Värna, även händelseloggen.';
    case 'data-protection':
      return 'Dataskyddsombud och dataskyddsorganisation. Ser registret och incidenter med personuppgifter.';
    case 'security-protection':
      return 'Säkerhetsskyddschef med medarbetare. Får veta när en rapport har stoppats.';
    case 'leadership':
      return 'Kommunledning och förvaltningschefer. Ser registret och klassningarna.';
    case 'employees':
      return 'Alla som arbetar i kommunen. Lägg in "Alla utom externa användare". Ser organisationen och sina egna rapporter.';
  }
}
