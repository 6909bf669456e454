// Inventories: opened by the informationssäkerhetsansvarig, answered by the units' managers, closed; who is told and reminded (H21).
import type { UnitAnswer } from '../../src/domain/inventory';
import type { Unit } from '../../src/domain/person';
import { answerInventory, AnswerInventoryInput } from '../../src/workflows/answer-inventory';
import { closeInventory } from '../../src/workflows/close-inventory';
import type { Context } from '../../src/workflows/context';
import { answersIn } from '../../src/workflows/inventories';
import { openInventory } from '../../src/workflows/open-inventory';
import { inShort, isTold, watched, type Watched } from './lookout';
import { actor, memoryContext, people, units, type MemoryContext } from './memory-context';

type Who = keyof typeof people;

let commands = 0;
const nextCommand = (): string => `command-${(commands += 1)}`;

const inventory = 'N-2026-0001';
const lastDay = '2026-12-10';

/** Hemtjänsten has a manager, Socialnämnden an objektägare as head; Kommunarkivet and Barn- och ungdomsnämnden have nobody. */
const home = 'E-2026-0001';

function open(context: Context, by: Who = 'securityOfficer', input = { lastDay }, command = nextCommand()) {
  return openInventory(context, { command, actor: actor(by), input });
}

async function opened(): Promise<MemoryContext> {
  const context = memoryContext();
  await open(context);
  return context;
}

function give(context: Context, input: AnswerInventoryInput, by: Who = 'manager', command = nextCommand()) {
  return answerInventory(context, { command, actor: actor(by), input });
}

function close(context: Context, by: Who = 'securityOfficer') {
  return closeInventory(context, { command: nextCommand(), actor: actor(by), input: { reference: inventory } });
}

const complete = { state: 'complete', reference: home } as const;
const missing = { state: 'missing', reference: home, text: 'Nyckelskåpet', names: ['Nyckelpärmen', 'Portkoder'] } as const;

const heading = (organisation: readonly Unit[]): MemoryContext => {
  const context = memoryContext();
  const directory = {
    ...context.directory,
    units: () => Promise.resolve(organisation),
    unit: (code: string) => Promise.resolve(organisation.find((unit) => unit.code === code))
  };
  return { ...context, directory };
};

describe('opening', () => {
  test('asks every unit that answers for a register of its own, and stands in the log', async () => {
    const context = memoryContext();
    const outcome = await open(context);
    expect(outcome).toMatchObject({ ok: true, value: { reference: inventory, lastDay, state: 'open', openedBy: people.securityOfficer } });
    expect((await answersIn(context, inventory)).map(({ unit, state }) => [unit, state])).toEqual([
      ['SOC-HEM', 'asked'],
      ['SN', 'asked'],
      ['KLF-ARK', 'asked'],
      ['BUN', 'asked']
    ]);
    expect(context.entries.map(({ aggregate, event }) => [aggregate, event])).toEqual([
      [inventory, 'inventory-opened'],
      [home, 'unit-asked'],
      ['E-2026-0002', 'unit-asked'],
      ['E-2026-0003', 'unit-asked'],
      ['E-2026-0004', 'unit-asked']
    ]);
  });

  test('tells the heads, one for each unit they head', async () => {
    const organisation = units.map((unit) => (unit.code === 'BUN' ? { ...unit, head: people.manager } : unit));
    const outcome = await open(heading(organisation));
    expect(outcome.ok && inShort(outcome.notices)).toEqual([
      'manager opened E-2026-0001 SOC-HEM',
      'manager opened E-2026-0004 BUN',
      'objectOwner opened E-2026-0002 SN'
    ]);
  });

  test('the same again asks nobody twice, and completes what a crash left out', async () => {
    const context = memoryContext();
    const crashing: Context = {
      ...context,
      log: {
        ...context.log,
        append: (entry) => (entry.command.endsWith('/KLF-ARK') ? Promise.reject(new Error('away')) : context.log.append(entry))
      }
    };
    await expect(open(crashing, 'securityOfficer', { lastDay }, 'once')).rejects.toThrow('away');
    const again = await open(context, 'securityOfficer', { lastDay }, 'once');
    expect(again).toMatchObject({ ok: true, value: { reference: inventory } });
    expect((await answersIn(context, inventory)).map(({ unit }) => unit).sort()).toEqual(['BUN', 'KLF-ARK', 'SN', 'SOC-HEM']);
    expect(await open(context, 'securityOfficer', { lastDay }, 'once')).toEqual(again);
  });

  test('a whole municipality is asked, more than are written at once', async () => {
    const many = Array.from({ length: 230 }, (_, number): Unit => ({ code: `E${number}`, name: `Enhet ${number}`, kind: 'unit' }));
    const context = heading(many);
    await open(context);
    const answers = await answersIn(context, inventory);
    expect(answers.map(({ unit }) => unit)).toEqual(many.map(({ code }) => code));
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(230);
  });

  test.each([
    ['that ends before it begins', { lastDay: '2026-11-22' }, 'wrong-last-day'],
    ['for more than a year', { lastDay: '2027-11-24' }, 'wrong-last-day']
  ])('one %s is refused', async (_what, input, reason) => {
    const context = memoryContext();
    expect(await open(context, 'securityOfficer', input)).toEqual({ ok: false, reason });
    expect(context.entries).toEqual([]);
  });

  test('a second is refused as long as one is open, whatever the list has been made to say', async () => {
    const context = await opened();
    expect(await open(context)).toEqual({ ok: false, reason: 'inventory-open' });
    await close(context);
    const page = await context.inventories.read(inventory);
    if (page === undefined) throw new Error('It was just closed.');
    context.inventories.editAround({ ...page, state: { ...page.state, state: 'open' } });
    expect(await open(context)).toMatchObject({ ok: true, value: { reference: 'N-2026-0002' } });
  });

  test('without an organisation there is nobody to ask', async () => {
    expect(await open(heading([]))).toEqual({ ok: false, reason: 'no-units' });
  });
});

describe('answering', () => {
  test('complete per the day it is said, by the head of the unit', async () => {
    const context = await opened();
    expect(await give(context, complete)).toMatchObject({
      ok: true,
      value: { state: 'complete', said: { by: people.manager, at: context.now(), asOf: '2026-11-23', text: '', names: [] } }
    });
    expect(context.entries.at(-1)).toMatchObject({ aggregate: home, event: 'unit-answered', from: 'asked', to: 'complete', reason: '' });
  });

  test('something is missing, in words and by name; and it is changed as long as the inventory is open', async () => {
    const context = await opened();
    const { text, names } = missing;
    expect(await give(context, missing)).toMatchObject({ ok: true, value: { state: 'missing', said: { text, names } } });
    context.setNow('2026-12-14T09:00:00Z');
    expect(await give(context, { ...complete, asOf: '2026-12-11' })).toMatchObject({
      ok: true,
      value: { state: 'complete', said: { asOf: '2026-12-11', text: '', names: [] } }
    });
    expect(context.entries.at(-1)).toMatchObject({ from: 'missing', to: 'complete' });
  });

  test('by the informationssäkerhetsansvarig on the manager’s word, with their own name on it', async () => {
    expect(await give(await opened(), complete, 'securityOfficer')).toMatchObject({
      ok: true,
      value: { said: { by: people.securityOfficer } }
    });
  });

  test('by whoever heads the unit now, and no longer by who did', async () => {
    const context = await opened();
    const organisation = units.map((unit) => (unit.code === 'SOC-HEM' ? { ...unit, head: people.custodian } : unit));
    const moved = {
      ...context,
      directory: { ...context.directory, unit: (code: string) => Promise.resolve(organisation.find((unit) => unit.code === code)) }
    };
    expect(await give(moved, complete, 'manager')).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await give(moved, complete, 'custodian')).toMatchObject({ ok: true });
  });

  test.each([
    ['for a day to come', { ...complete, asOf: '2026-11-24' }, 'wrong-day'],
    ['for a day before it was opened', { ...complete, asOf: '2026-11-22' }, 'wrong-day'],
    ['where nobody was asked', { ...complete, reference: 'E-2026-0099' }, 'not-found']
  ])('%s is refused', async (_what, input, reason) => {
    const context = await opened();
    const written = context.entries.length;
    expect(await give(context, input)).toEqual({ ok: false, reason });
    expect(context.entries).toHaveLength(written);
  });

  test('the same press twice is one answer', async () => {
    const context = await opened();
    const first = await give(context, missing, 'manager', 'same press');
    expect(await give(context, missing, 'manager', 'same press')).toEqual(first);
    expect(context.entries.filter(({ event }) => event === 'unit-answered')).toHaveLength(1);
  });

  test.each([
    ['nothing to read in it', { ...missing, text: '\u200b ' }],
    ['a name on two lines', { ...missing, names: ['a\nb'] }],
    ['more names than are kept', { ...missing, names: Array.from({ length: 31 }, (_, number) => `namn ${number}`) }],
    ['words beside "complete"', { ...complete, text: 'Nyckelskåpet' }],
    ['the number of the inventory itself', { ...complete, reference: inventory }]
  ])('%s is no answer', (_what, input) => {
    expect(AnswerInventoryInput.safeParse(input).success).toBe(false);
  });
});

describe('closing', () => {
  test('keeps the answers as they stand, once', async () => {
    const context = await opened();
    await give(context, missing);
    expect(await close(context)).toMatchObject({
      ok: true,
      value: { state: 'closed', closedBy: people.securityOfficer, closedAt: context.now() }
    });
    expect(await give(context, complete)).toEqual({ ok: false, reason: 'wrong-state' });
    expect(await close(context)).toEqual({ ok: false, reason: 'wrong-state' });
    expect((await answersIn(context, inventory))[0]).toMatchObject({ state: 'missing' } satisfies Partial<UnitAnswer>);
  });
});

describe('reminders', () => {
  const look = async (place: Watched, at: string): Promise<readonly string[]> => inShort(await place.look(at));

  test('go to the heads of the units that have not answered, and to nobody twice', async () => {
    const context = await opened();
    const place = watched(context);
    expect(await look(place, '2026-12-02T09:00:00Z')).toEqual([]);
    expect(await look(place, '2026-12-03T07:00:00Z')).toEqual(['manager week E-2026-0001 SOC-HEM', 'objectOwner week E-2026-0002 SN']);
    expect(inShort(await place.lookAnew('2026-12-03T07:05:00Z'))).toEqual([]);
    await give(context, complete);
    expect(await look(place, '2026-12-10T07:00:00Z')).toEqual(['objectOwner last E-2026-0002 SN']);
    await give(context, { ...missing, reference: 'E-2026-0002' }, 'objectOwner');
    expect(await look(place, '2026-12-11T07:00:00Z')).toEqual([]);
    expect(place.logged()).toBe('');
  });

  test('nobody is reminded in the evening, nor when it is closed', async () => {
    const context = await opened();
    const place = watched(context);
    expect(await look(place, '2026-12-10T17:00:00Z')).toEqual([]);
    await close(context);
    expect(await look(place, '2026-12-11T09:00:00Z')).toEqual([]);
  });

  test('a reminder that waited is not given to whoever has answered since, nor when it has been closed', async () => {
    const context = await opened();
    const place = watched(context);
    const [toManager, toOwner] = [...(await place.look('2026-12-03T09:00:00Z'))];
    if (toManager === undefined || toOwner === undefined) throw new Error('Nobody was reminded.');
    expect(await isTold(place, toManager)).toBe(true);
    await give(context, complete);
    expect(await isTold(place, toManager)).toBe(false);
    expect(await isTold(place, toOwner)).toBe(true);
    await close(context);
    expect(await isTold(place, toOwner)).toBe(false);
  });
});
