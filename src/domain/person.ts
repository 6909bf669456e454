// People and what they may answer for: persons, roles, the actor behind a command, the line organisation.
import { z } from 'zod';

/** A person as Microsoft Entra knows them. `id` is the object id (a GUID that never changes), `upn` the sign-in name in lower case. */
export const Person = z.object({
  id: z.guid(),
  name: z.string().min(1).max(255),
  upn: z.string().min(3).max(255)
});
export type Person = Readonly<z.infer<typeof Person>>;

/** Whether a text can be a user principal name: of the characters that Entra allows in one, and with a domain. No other is worth asking the directory for. */
export function isUpn(text: string): boolean {
  return /^[\w'.!#^~-]+@[\da-z-]+(?:\.[\da-z-]+)+$/i.test(text);
}

/**
 * Roles a person holds for the whole municipality, one SharePoint group each (domain.md 3 E).
 * Roles for one asset (informationsägare, objektägare, systemförvaltare) stand on the asset itself; being a manager follows from Graph.
 */
export const roles = ['accountable', 'it', 'information-security', 'data-protection', 'security-protection', 'leadership'] as const;
export type Role = (typeof roles)[number];

/** Who acts. Comes from a verified token or a verified Teams activity, never from a card or a body. */
export interface Actor {
  readonly person: Person;
  readonly roles: readonly Role[];
}

/** A part of the line organisation: nämnd, förvaltning or enhet (H02, H31). `code` never changes; `parent` is another unit's code. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent?: string | undefined;
  readonly head?: Person | undefined;
}

export const unitKinds = ['committee', 'department', 'unit'] as const;
export type UnitKind = (typeof unitKinds)[number];
