// People, roles and the line organisation for the workflows: Graph, the site's groups and the list Organisation together.
import type { SPFI } from '@pnp/sp';
import type { Logger } from 'pino';
import { inRingingOrder, type CrisisPlan } from '../domain/crisis-staff';
import type { Shift } from '../domain/duty';
import type { Person, Role, Unit } from '../domain/person';
import { readCrisisPlan } from '../lists/crisis-plan';
import { readOrganisation } from '../lists/organisation';
import { readRoster } from '../lists/roster';
import { groupMembers, type GroupMember } from '../lists/people';
import { isSharePointError } from '../lists/sharepoint-error';
import type { Directory } from '../workflows/context';
import type { DirectoryPerson, GraphPeople } from './graph-people';
import { remembered } from './remembered';

export interface DirectoryOptions {
  readonly sp: SPFI;
  readonly people: GraphPeople;
  readonly now: () => Date;
  readonly log: Logger;
}

/** How soon a person who left a role, or the municipality, is no longer taken for holding it. */
const rememberedMilliseconds = 60_000;

/** Everything throws when it could not be read. */
export function openDirectory({ sp, people, now, log }: DirectoryOptions): Directory {
  const remembering = { milliseconds: rememberedMilliseconds, now };
  const person = remembered((idOrUpn) => people.person(idOrUpn), remembering);
  const manager = remembered((id) => people.manager(id), remembering);
  const organisation = remembered(() => readUnits(sp, log), remembering);
  const units = (): Promise<readonly Unit[]> => organisation('units');
  const roster = remembered(() => readShifts(sp, { now, log }), remembering);
  const members = remembered((role) => readMembers(role as Role), remembering);

  async function readMembers(role: Role): Promise<readonly Person[]> {
    const found = await Promise.all((await groupMembers(sp, role)).map((member) => peopleBehind(member, role)));
    const byId = new Map(found.flat().map((found) => [found.person.id, found.person]));
    return [...byId.values()];
  }

  async function peopleBehind(member: GroupMember, role: Role): Promise<readonly DirectoryPerson[]> {
    if (member.kind === 'person') {
      const found = await person(member.upn);
      return found === undefined ? [] : [found];
    }
    const id = groupId.exec(member.loginName)?.[1];
    if (id !== undefined) return people.membersOfGroup(id);
    log.warn({ role }, 'a member of a role is neither a person nor a group of the directory, and gets no role');
    return [];
  }

  async function unitOf({ id }: Person): Promise<Unit | undefined> {
    const [found, all] = await Promise.all([person(id), units()]);
    const department = folded(found?.department ?? '');
    return all.find(({ code, name }) => department !== '' && [folded(code), folded(name)].includes(department));
  }

  async function headAbove(subject: Person): Promise<Person | undefined> {
    const all = await units();
    let unit = await unitOf(subject);
    for (let step = 0; unit !== undefined && step < all.length; step += 1) {
      if (unit.head !== undefined && unit.head.id !== subject.id) return unit.head;
      const parent: string | undefined = unit.parent;
      unit = all.find(({ code }) => code === parent);
    }
    return undefined;
  }

  /** Read anew at each call: it is seldom, and is to be as somebody has just mended it. */
  async function crisisPlan(): Promise<CrisisPlan> {
    const { planned, broken } = await readPlan(sp, log);
    const found = await Promise.all(planned.map(async (row) => ({ function: row.function, person: (await person(row.upn))?.person })));
    const participants = found.flatMap(({ function: held, person: who }) => (who === undefined ? [] : [{ function: held, person: who }]));
    return { participants, unread: broken + found.length - participants.length };
  }

  return {
    person: async (idOrUpn) => (await person(idOrUpn.toLowerCase()))?.person,
    nearestManager: async (subject) => (await manager(subject.id))?.person ?? headAbove(subject),
    membersOf: (role) => members(role),
    unitOf,
    unit: async (code) => (await units()).find((unit) => unit.code === code),
    units,
    roster: () => roster('shifts'),
    crisisPlan
  };
}

/** How SharePoint writes a group of Entra: a security group, or a Microsoft 365 group (its id perhaps with `_o` for its owners). */
const groupId = /^c:0(?:t\.c\|tenant|o\.c\|federateddirectoryclaimprovider)\|([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** A unit that cannot be read is told in the log and left out: people of the other units report all the same. */
async function readUnits(sp: SPFI, log: Logger): Promise<readonly Unit[]> {
  const rows = await readOrganisation(sp);
  const broken = rows.filter((row) => row.broken);
  if (broken.length > 0) log.warn({ rows: broken.map(({ id }) => id) }, 'units cannot be read');
  return rows.flatMap((row) => (row.broken ? [] : [row.state]));
}

/**
 * A shift that cannot be read is told in the log and left out: then whoever has it is told as everybody in the role is. On a site that an earlier version
 * provisioned there is no list yet, and nobody on duty.
 */
async function readShifts(sp: SPFI, { now, log }: Pick<DirectoryOptions, 'now' | 'log'>): Promise<readonly Shift[]> {
  const rows = await readRoster(sp, now().toISOString()).catch((error: unknown) => {
    if (!isSharePointError(error, 'not-found')) throw error;
    log.warn('the site has no duty roster: provision it');
    return [];
  });
  const broken = rows.filter((row) => row.broken);
  if (broken.length > 0) log.warn({ rows: broken.map(({ id }) => id) }, 'shifts of the duty roster cannot be read');
  return rows.flatMap((row) => (row.broken ? [] : [row.state]));
}

/** On a site that an earlier version provisioned there is no list yet, and nobody in it. */
async function readPlan(sp: SPFI, log: Logger) {
  const rows = await readCrisisPlan(sp).catch((error: unknown) => {
    if (!isSharePointError(error, 'not-found')) throw error;
    log.warn('the site has no crisis plan: provision it');
    return [];
  });
  const broken = rows.filter((row) => row.broken);
  if (broken.length > 0) log.warn({ rows: broken.map(({ id }) => id) }, 'rows of the crisis plan cannot be read');
  return { planned: inRingingOrder(rows.flatMap((row) => (row.broken ? [] : [row.state]))), broken: broken.length };
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('sv');
}
