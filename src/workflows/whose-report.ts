// Whose unit a report belongs to and which manager is told: of whoever saw it, and somebody else when the manager is part of it or away (H40).
import type { Incident, Report } from '../domain/incident';
import { isUpn, type Person } from '../domain/person';
import type { Context } from './context';

/** `nearestManager` is who is told and acknowledges in the manager's place; nobody when the directory knows of nobody. */
export async function whoseReport(
  context: Pick<Context, 'directory'>,
  writer: Person,
  report: Pick<Report, 'toldBy' | 'manager'>
): Promise<Pick<Incident, 'unitName' | 'nearestManager'>> {
  const { directory } = context;
  const teller = (await tellerOf(context, report)) ?? writer;
  const [manager, unit] = await Promise.all([directory.nearestManager(teller), directory.unitOf(teller)]);
  const nearestManager = report.manager === undefined ? manager : await insteadOf(context, [manager, teller, writer]);
  return { unitName: unit?.name ?? '', nearestManager };
}

/** Somebody given by their address in the directory; any other words are only kept. */
async function tellerOf({ directory }: Pick<Context, 'directory'>, { toldBy }: Pick<Report, 'toldBy'>): Promise<Person | undefined> {
  return toldBy !== undefined && isUpn(toldBy) ? directory.person(toldBy) : undefined;
}

/** The manager's own manager; without one the informationssäkerhetsansvarig (domain.md 3, H40). Never the manager or who reports. */
async function insteadOf(
  { directory }: Pick<Context, 'directory'>,
  [manager, ...others]: readonly [Person | undefined, ...Person[]]
): Promise<Person | undefined> {
  const above = manager && (await directory.nearestManager(manager));
  const possible = [...(above === undefined ? [] : [above]), ...(await directory.membersOf('information-security'))];
  return possible.find(({ id }) => [manager, ...others].every((person) => person?.id !== id));
}
