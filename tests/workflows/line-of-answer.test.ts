// Who is told first, and who is next when nobody answers: the duty roster, then the managers, and the kommundirektör in the end.
import fc from 'fast-check';
import { onDuty, type Shift } from '../../src/domain/duty';
import type { Person } from '../../src/domain/person';
import { firstInLine, lineOfAnswer } from '../../src/workflows/line-of-answer';
import { memoryContext, people, type MemoryContext } from './memory-context';

const { it: technician, custodian, manager, objectOwner, director, stranger, securityOfficer } = people;

const shift = (who: Person, changes: Partial<Shift> = {}): Shift => ({
  role: 'it',
  upn: who.upn,
  from: '2026-11-23T07:00:00Z',
  until: '2026-11-30T07:00:00Z',
  order: 1,
  ...changes
});

interface Municipality {
  readonly shifts?: readonly Shift[];
  readonly it?: readonly Person[];
  readonly leadership?: readonly Person[];
  /** Who is whose nearest manager. */
  readonly managers?: readonly (readonly [Person, Person])[];
}

/** The clock stands at 2026-11-23T14:40:00Z. */
function municipality({ shifts = [], it = [technician, custodian], leadership = [director], managers = [] }: Municipality): MemoryContext {
  const context = memoryContext();
  const { directory } = context;
  return {
    ...context,
    directory: {
      ...directory,
      roster: () => Promise.resolve(shifts),
      membersOf: (role) =>
        role === 'it' ? Promise.resolve(it) : role === 'leadership' ? Promise.resolve(leadership) : directory.membersOf(role),
      nearestManager: ({ id }) => Promise.resolve(managers.find(([person]) => person.id === id)?.[1])
    }
  };
}

const names = (line: readonly (readonly Person[])[]): readonly (readonly string[])[] => line.map((rank) => rank.map(({ name }) => name));

const upTheLine = [
  [technician, manager],
  [custodian, manager],
  [manager, objectOwner],
  [objectOwner, director]
] as const;

test.each<[string, Municipality, readonly (readonly Person[])[]]>([
  [
    'nobody on duty: all of IT, then their managers up to the kommundirektör',
    { managers: upTheLine },
    [[technician, custodian], [manager], [objectOwner], [director]]
  ],
  [
    'by the order of the roster, then the managers',
    { shifts: [shift(technician, { order: 2 }), shift(custodian)], managers: upTheLine },
    [[custodian], [technician], [manager], [objectOwner], [director]]
  ],
  [
    'two of the same order are told together',
    { shifts: [shift(technician), shift(custodian)], managers: upTheLine },
    [[technician, custodian], [manager], [objectOwner], [director]]
  ],
  [
    'a shift that is over, or to come, or of another role, counts for nothing',
    {
      shifts: [
        shift(technician, { until: '2026-11-23T14:40:00Z' }),
        shift(technician, { from: '2026-11-23T14:40:01Z' }),
        shift(technician, { role: 'information-security' })
      ]
    },
    [[technician, custodian], [director]]
  ],
  [
    'on the very moment that a shift begins it counts',
    { shifts: [shift(custodian, { from: '2026-11-23T14:40:00Z' })] },
    [[custodian], [director]]
  ],
  [
    'somebody in the roster who does not hold the role gets nothing',
    { shifts: [shift(stranger), shift(custodian, { order: 2 })] },
    [[custodian], [director]]
  ],
  [
    'a manager who has been told as one of IT is not told again',
    {
      managers: [
        [technician, custodian],
        [custodian, director]
      ]
    },
    [[technician, custodian], [director]]
  ],
  [
    'nobody above Ledning is told',
    {
      managers: [
        [technician, director],
        [director, stranger]
      ]
    },
    [[technician, custodian], [director]]
  ],
  [
    'a förvaltningschef of Ledning is followed by the kommundirektör',
    { leadership: [objectOwner, director], managers: upTheLine },
    [[technician, custodian], [manager], [objectOwner], [director]]
  ],
  ['nobody in IT at all: Ledning', { it: [] }, [[], [director]]],
  [
    'managers in a circle, and no Ledning',
    {
      leadership: [],
      managers: [
        [technician, manager],
        [manager, technician]
      ]
    },
    [[technician, custodian], [manager]]
  ]
])('%s', async (_what, given, expected) => {
  const context = municipality(given);
  expect(names(await lineOfAnswer(context, 'it'))).toEqual(names(expected));
  expect(names([await firstInLine(context, 'it')])).toEqual(names(expected.slice(0, 1)));
});

test('Informationssäkerhet has a roster of its own', async () => {
  const context = municipality({ shifts: [shift(securityOfficer, { role: 'information-security' })] });
  expect(await firstInLine(context, 'information-security')).toEqual([securityOfficer]);
});

test('whatever the roster says, it tells those of the role alone, each once, and somebody when there is anybody', () => {
  const members = [technician, custodian, manager];
  const someShift = fc.record({
    role: fc.constantFrom('it' as const, 'information-security' as const),
    upn: fc.constantFrom(...members, stranger).map(({ upn }) => upn),
    from: fc.constantFrom('2026-11-22T00:00:00Z', '2026-11-24T00:00:00Z'),
    until: fc.constantFrom('2026-11-23T00:00:00Z', '2026-11-25T00:00:00Z'),
    order: fc.integer({ min: 1, max: 3 })
  });
  fc.assert(
    fc.property(fc.array(someShift), (shifts) => {
      const told = onDuty(members, shifts, { role: 'it', at: '2026-11-23T14:40:00Z' });
      const all = told.flat();
      expect(all.every((person) => members.includes(person))).toBe(true);
      expect(new Set(all).size).toBe(all.length);
      expect(told.every(({ length }) => length > 0)).toBe(true);
    })
  );
});
