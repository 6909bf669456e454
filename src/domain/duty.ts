// The duty roster (beredskap): who is told first of those who hold a role, for a time and in an order (H40, H51).
import type { Person, Role } from './person';
import { isEarlier } from './swedish-time';

/** The roles that somebody can be on duty for. */
export const dutyRoles = ['it', 'information-security'] as const satisfies readonly Role[];
export type DutyRole = (typeof dutyRoles)[number];

/** `upn` in lower case. From one moment until another, UTC, ISO 8601; lowest `order` first. */
export interface Shift {
  readonly role: DutyRole;
  readonly upn: string;
  readonly from: string;
  readonly until: string;
  readonly order: number;
}

/**
 * Those of the role who are told first at this moment (UTC), then those who are told next, and so on: the roster gives an order among those who hold the
 * role, and lets nobody in who does not. Without anybody on duty all of them are first.
 */
export function onDuty(members: readonly Person[], shifts: readonly Shift[], { role, at }: Asked): readonly (readonly Person[])[] {
  const now = shifts.filter((shift) => shift.role === role && !isEarlier(at, shift.from) && isEarlier(at, shift.until));
  const orders = [...new Set(now.map(({ order }) => order))].sort((a, b) => a - b);
  const ranks = orders.map((order) => {
    const upns = now.filter((shift) => shift.order === order).map(({ upn }) => upn);
    return members.filter(({ upn }) => upns.includes(upn));
  });
  const line = ranks
    .map((rank, index) => rank.filter(({ id }) => !isAmong(ranks.slice(0, index).flat(), id)))
    .filter(({ length }) => length > 0);
  return line.length === 0 ? [members] : line;
}

interface Asked {
  readonly role: DutyRole;
  readonly at: string;
}

function isAmong(people: readonly Person[], id: string): boolean {
  return people.some((person) => person.id === id);
}
