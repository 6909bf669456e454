// The workflows' ports kept in memory, with the same two unique keys as the log list, for tests that need no SharePoint.
import { Asset } from '../../src/domain/asset';
import { Classification } from '../../src/domain/classification';
import { Delegation } from '../../src/domain/delegation';
import { Incident } from '../../src/domain/incident';
import { Inventory, UnitAnswer } from '../../src/domain/inventory';
import { Track } from '../../src/domain/legal-track';
import { Measure } from '../../src/domain/measure';
import { RequirementAnswers } from '../../src/domain/requirement-answers';
import { entryKey, type LogEntry } from '../../src/domain/log';
import type { Actor, Person, Role, Unit } from '../../src/domain/person';
import { ChangeProposal } from '../../src/domain/change-proposal';
import { YearlyMarks } from '../../src/domain/yearly-tasks';
import { RuleChanges } from '../../src/domain/rule-changes';
import type { CrisisPlan, PlannedFunction } from '../../src/domain/crisis-staff';
import type { Context, Directory, Log, Page, Register, SearchableRegister } from '../../src/workflows/context';

/** Invented people of the example municipality. */
export const people = {
  employee: person(1, 'Elsa Niemi', 'elsa.niemi'),
  manager: person(2, 'Mats Lindbäck', 'mats.lindback'),
  objectOwner: person(3, 'Karin Vaara', 'karin.vaara'),
  it: person(4, 'Ivar Teknell', 'ivar.teknell'),
  securityOfficer: person(5, 'Siv Modig', 'siv.modig'),
  protectionOfficer: person(6, 'Gunnar Skarp', 'gunnar.skarp'),
  custodian: person(7, 'Fia Ojala', 'fia.ojala'),
  stranger: person(8, 'Otto Främling', 'otto.framling'),
  privacyOfficer: person(9, 'Disa Opartisk', 'disa.opartisk'),
  director: person(10, 'Lena Styr', 'lena.styr')
} as const;

const rolesOf: Readonly<Record<keyof typeof people, readonly Role[]>> = {
  employee: [],
  manager: ['accountable'],
  objectOwner: ['accountable'],
  it: ['it'],
  securityOfficer: ['information-security'],
  protectionOfficer: ['security-protection'],
  custodian: ['accountable'],
  stranger: [],
  privacyOfficer: ['data-protection'],
  director: ['leadership']
};

export function actor(name: keyof typeof people): Actor {
  return { person: people[name], roles: rolesOf[name] };
}

export const units: readonly Unit[] = [
  { code: 'SOC', name: 'Socialförvaltningen', kind: 'department' },
  { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC', head: people.manager },
  { code: 'SN', name: 'Socialnämnden', kind: 'committee', head: people.objectOwner },
  { code: 'KLF', name: 'Kommunledningsförvaltningen', kind: 'department', head: people.director },
  { code: 'KLF-ARK', name: 'Kommunarkivet', kind: 'unit', parent: 'KLF' },
  { code: 'BUN', name: 'Barn- och ungdomsnämnden', kind: 'committee' }
];

/** The crisis plan as its list says it: one of those in it holds two functions, and one has no reserve. */
export const plannedFunctions: readonly PlannedFunction[] = [
  planned('Stabschef', people.director, ['070-174 06 05', '0701740631']),
  planned('Säkerhet', people.protectionOfficer, ['070-174 06 07']),
  planned('Kommunikation', people.director, ['070-174 06 05', '0701740631'])
];

/** As the service reads it. */
export const crisisPlan: CrisisPlan = {
  participants: [
    { function: 'Stabschef', person: people.director },
    { function: 'Säkerhet', person: people.protectionOfficer },
    { function: 'Kommunikation', person: people.director }
  ],
  unread: 0
};

/** A register whose items can be read, and edited around the service as a site owner can. */
export interface MemoryRegister<S> extends Register<S> {
  readonly read: (reference: string) => Promise<Page<S> | undefined>;
  readonly editAround: (page: Page<S>) => void;
}

export interface MemoryContext extends Context {
  readonly assets: MemoryRegister<Asset> & Context['assets'];
  readonly classifications: MemoryRegister<Classification>;
  readonly incidents: MemoryRegister<Incident>;
  readonly delegations: MemoryRegister<Delegation> & Context['delegations'];
  readonly tracks: MemoryRegister<Track> & Context['tracks'];
  readonly measures: MemoryRegister<Measure> & Context['measures'];
  readonly requirementAnswers: MemoryRegister<RequirementAnswers> & Context['requirementAnswers'];
  readonly inventories: MemoryRegister<Inventory> & Context['inventories'];
  readonly unitAnswers: MemoryRegister<UnitAnswer> & Context['unitAnswers'];
  readonly rules: MemoryRegister<RuleChanges>;
  readonly changeProposals: MemoryRegister<ChangeProposal>;
  readonly yearly: MemoryRegister<YearlyMarks>;
  readonly entries: LogEntry[];
  /** Sets what `now` answers: UTC, ISO 8601. */
  readonly setNow: (at: string) => void;
}

/** A fresh record; the clock stands at 2026-11-23T14:40:00Z until it is set. */
export function memoryContext(): MemoryContext {
  const entries: LogEntry[] = [];
  let now = '2026-11-23T14:40:00Z';
  return {
    entries,
    log: memoryLog(entries),
    assets: memoryRegister(
      (state) => Asset.parse(state),
      ({ objectOwner }, id) => objectOwner?.id === id
    ),
    classifications: memoryRegister((state) => Classification.parse(state)),
    incidents: memoryRegister((state) => Incident.parse(state)),
    delegations: memoryRegister(
      (state) => Delegation.parse(state),
      ({ by, state }, id) => state === 'active' && by.id === id
    ),
    tracks: memoryRegister(
      (state) => Track.parse(state),
      ({ incident }, number) => incident === number
    ),
    measures: memoryRegister(
      (state) => Measure.parse(state),
      ({ incident }, number) => incident === number
    ),
    requirementAnswers: memoryRegister(
      (state) => RequirementAnswers.parse(state),
      ({ asset }, number) => asset === number
    ),
    inventories: memoryRegister(
      (state) => Inventory.parse(state),
      ({ state }, wanted) => state === wanted
    ),
    unitAnswers: memoryRegister(
      (state) => UnitAnswer.parse(state),
      ({ inventory }, number) => inventory === number
    ),
    rules: memoryRegister((state) => RuleChanges.parse(state)),
    changeProposals: memoryRegister((state) => ChangeProposal.parse(state)),
    yearly: memoryRegister((state) => YearlyMarks.parse(state)),
    directory: memoryDirectory(),
    now: () => now,
    setNow: (at) => {
      now = at;
    }
  };
}

function memoryLog(entries: LogEntry[]): Log {
  return {
    latest: (aggregate) => Promise.resolve(entries.filter((entry) => entry.aggregate === aggregate).at(-1)),
    entry: (aggregate, sequence) => Promise.resolve(entries.find((entry) => entry.aggregate === aggregate && entry.sequence === sequence)),
    byCommand: (command) => Promise.resolve(entries.find((entry) => entry.command === command)),
    latestNumber: (prefix) =>
      Promise.resolve(
        entries
          .map((entry) => entry.aggregate)
          .filter((number) => number.startsWith(prefix))
          .sort()
          .at(-1)
      ),
    highestAppended: () => undefined,
    append: (entry) => {
      if (entries.some((other) => other.command === entry.command)) return Promise.resolve('command-known');
      if (entries.some((other) => entryKey(other) === entryKey(entry))) return Promise.resolve('key-taken');
      entries.push(entry);
      return Promise.resolve('appended');
    }
  };
}

function memoryRegister<S extends { readonly reference: string }>(
  parse: (state: unknown) => S,
  concerns: (state: S, personId: string) => boolean = () => false
): MemoryRegister<S> & SearchableRegister<S> {
  const pages = new Map<string, Page<S>>();
  return {
    parse,
    editAround: (page) => void pages.set(page.state.reference, page),
    shows: (reference) => {
      const page = pages.get(reference);
      return Promise.resolve(page && { sequence: page.sequence, hash: page.hash, id: 0, etag: '', readers: 'as-list' });
    },
    prepare: () => Promise.resolve(),
    read: (reference) => Promise.resolve(pages.get(reference)),
    numbersOf: (id) => Promise.resolve([...pages.values()].flatMap(({ state }) => (concerns(state, id) ? [state.reference] : []))),
    write: (page) => {
      const shown = pages.get(page.state.reference);
      const isShown = shown !== undefined && (shown.sequence > page.sequence || shown.hash === page.hash);
      if (!isShown) pages.set(page.state.reference, page);
      return Promise.resolve();
    }
  };
}

function memoryDirectory(): Directory {
  const everyone: readonly Person[] = Object.values(people);
  const names = Object.keys(people) as (keyof typeof people)[];
  return {
    person: (idOrUpn) => Promise.resolve(everyone.find(({ id, upn }) => id === idOrUpn || upn === idOrUpn.toLowerCase())),
    nearestManager: ({ id }) => Promise.resolve(id === people.employee.id ? people.manager : undefined),
    membersOf: (role) => Promise.resolve(names.filter((name) => rolesOf[name].includes(role)).map((name) => people[name])),
    unitOf: () => Promise.resolve(units[1]),
    unit: (code) => Promise.resolve(units.find((unit) => unit.code === code)),
    units: () => Promise.resolve(units),
    roster: () => Promise.resolve([]),
    crisisPlan: () => Promise.resolve(crisisPlan)
  };
}

function planned(held: string, { name, upn }: Person, [phone = '', reservePhone = '']: readonly string[]): PlannedFunction {
  return { function: held, name, upn, phone, reservePhone, order: 1 };
}

function person(number: number, name: string, alias: string): Person {
  return { id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, name, upn: `${alias}@haparanda.example` };
}
