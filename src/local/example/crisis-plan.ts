// Whom the example municipality calls to its krisstab: invented people and numbers.
import type { PlannedFunction } from '../../domain/crisis-staff';
import { people, type ExampleName } from './people';

/** In the order they are rung. The reserve number is one that works when Teams does not. */
export const crisisPlan: readonly PlannedFunction[] = [
  planned('Stabschef', 'director', '070-174 06 61'),
  planned('Säkerhetsskydd', 'protectionOfficer', '070-174 06 62'),
  planned('Informationssäkerhet', 'securityOfficer', '070-174 06 63'),
  planned('IT', 'it', '070-174 06 64')
].map((one, index) => ({ ...one, order: index + 1 }));

function planned(held: string, who: ExampleName, reservePhone: string): Omit<PlannedFunction, 'order'> {
  const { displayName: name, userPrincipalName, mobilePhone = '' } = people[who];
  return { function: held, name, upn: userPrincipalName.toLowerCase(), phone: mobilePhone, reservePhone };
}
