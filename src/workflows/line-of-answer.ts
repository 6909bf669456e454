// Who is to answer, and who is next in line when they do not: those on duty in their order, their managers, in the end the kommundirektör (domain.md 3, H26, H30).
import { onDuty, type DutyRole } from '../domain/duty';
import type { Person } from '../domain/person';
import type { Context, Directory } from './context';

/** One after the other; those of one place in the line are told together. */
export type Line = readonly (readonly Person[])[];

/** Whoever is on duty for the role and first in order; everybody who holds the role when nobody is. */
export async function firstInLine(context: Pick<Context, 'directory' | 'now'>, role: DutyRole): Promise<readonly Person[]> {
  return (await dutyLine(context, role))[0] ?? [];
}

/** Nobody stands in it twice. It ends with the highest manager who is of Ledning, or with all of Ledning when no manager is. */
export async function lineOfAnswer(context: Pick<Context, 'directory' | 'now'>, role: DutyRole): Promise<Line> {
  const [duty, leadership] = await Promise.all([dutyLine(context, role), context.directory.membersOf('leadership')]);
  const managers = await managersAbove(context.directory, duty.flat(), leadership);
  const line = [...duty, ...managers];
  const isLed = managers.flat().some(({ id }) => isAmong(leadership, id));
  const rest = leadership.filter(({ id }) => !isAmong(line.flat(), id));
  return isLed || rest.length === 0 ? line : [...line, rest];
}

async function dutyLine({ directory, now }: Pick<Context, 'directory' | 'now'>, role: DutyRole): Promise<Line> {
  const [members, shifts] = await Promise.all([directory.membersOf(role), directory.roster()]);
  return onDuty(members, shifts, { role, at: now() });
}

/** Above Ledning stand elected representatives, who are not told by us: from there on only those of Ledning are next. */
async function managersAbove(directory: Directory, people: readonly Person[], leadership: readonly Person[]): Promise<Line> {
  const line: (readonly Person[])[] = [];
  for (let below = people; below.length > 0; ) {
    const told = [...people, ...line.flat()];
    const isLed = told.some(({ id }) => isAmong(leadership, id));
    const above = (await Promise.all(below.map((person) => directory.nearestManager(person)))).filter((person) => person !== undefined);
    const next = above.filter(({ id }, index) => !isAmong([...told, ...above.slice(0, index)], id) && (!isLed || isAmong(leadership, id)));
    if (next.length > 0) line.push(next);
    below = next;
  }
  return line;
}

function isAmong(people: readonly Person[], id: string): boolean {
  return people.some((person) => person.id === id);
}
