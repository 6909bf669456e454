// Who may do what, cell by cell: every act in every state by somebody who is just one thing, done through its workflow.
import { capacities, type Capacity } from '../../src/domain/capacities';
import { permissions, rolesBarredFrom, rolesThatMatter, type Act, type Row } from '../../src/domain/permissions';
import { outcomeOf, type States } from './every-position';

const symbols: Readonly<Record<string, string>> = {
  done: '+',
  'not-allowed': '-',
  'not-found': '?',
  'asset-is-draft': 'd',
  'wrong-state': 'w',
  // A decision that comes second is told who was first instead.
  overtaken: 'w'
};

/** The columns of the grids below, in the order of `capacities`. */
const columns: readonly Capacity[] = [
  ...(['accountable', 'it', 'information-security', 'data-protection', 'security-protection', 'leadership', 'employee'] as const),
  ...(['information-owner', 'decider', 'custodian', 'proposer', 'reporter', 'nearest-manager', 'deputy'] as const)
];

/** What comes of each, written down once more and by hand: roles first, then the relations. */
const expected: Readonly<Record<Act, Readonly<Record<string, string>>>> = {
  'report-incident': { new: '+++++++ +++++++' },
  'stop-report': { new: '+++++++ +++++++' },
  'acknowledge-for-it': { reported: '?+????? ?????-?', received: '?+????? ?????-?' },
  'acknowledge-for-nearest-manager': { reported: '?-????? ?????+?', received: '?-????? ?????+?' },
  'register-asset': { new: '+++---- -------' },
  'change-asset': { draft: '+++---- +++----', submitted: '--+---- +++----', active: '--+---- +++----' },
  'submit-asset': { draft: '+++---- +++----', submitted: '--w---- www----', active: '--w---- www----' },
  'submit-classification': { draft: 'd-d---- ddd----', submitted: '+-+---- +++----', active: '+-+---- +++----' },
  'decide-classification': {
    submitted: '------- -+----+',
    decided: '------- -w----w',
    returned: '------- -w----w',
    replaced: '------- -w----w'
  },
  'return-classification': {
    submitted: '------- -+----+',
    decided: '------- -w----w',
    returned: '------- -w----w',
    replaced: '------- -w----w'
  },
  'delegate-decisions': { new: '------- -+-----' },
  'end-delegation': { active: '--+---- -+-----', ended: '--w---- -w-----' }
};

/** What those are refused with who might otherwise, whatever it is that would let them. */
const prohibitions: readonly (readonly [Act, Capacity, string])[] = [
  ['submit-classification', 'it', 'not-allowed'],
  ['decide-classification', 'data-protection', 'data-protection-decides'],
  ['decide-classification', 'proposer', 'same-person'],
  ['return-classification', 'data-protection', 'data-protection-decides'],
  ['return-classification', 'proposer', 'same-person'],
  ['delegate-decisions', 'data-protection', 'data-protection-decides']
];

const kinds: Readonly<Partial<Record<Act, keyof States>>> = {
  'acknowledge-for-it': 'incident',
  'acknowledge-for-nearest-manager': 'incident',
  'change-asset': 'asset',
  'submit-asset': 'asset',
  'submit-classification': 'asset',
  'decide-classification': 'classification',
  'return-classification': 'classification',
  'end-delegation': 'delegation'
};

function statesWith(act: Act, state: string): Partial<States> {
  const kind = kinds[act];
  return kind === undefined ? {} : { [kind]: state };
}

const rows = (Object.keys(expected) as Act[]).flatMap((act) =>
  Object.entries(expected[act]).map(([state, cells]) => ({ act, state, cells: cells.replace(' ', '') }))
);

test('the grid has every act, every state and every capacity that the table has', () => {
  expect(columns).toEqual(capacities);
  expect(rows.map(({ act, state }) => `${act} ${state}`)).toEqual(
    Object.entries(permissions).flatMap(([act, states]) => Object.keys(states).map((state) => `${act} ${state}`))
  );
  expect(rows.filter(({ cells }) => cells.length !== columns.length)).toEqual([]);
});

test('the table says the same as the grid, also of what nobody can be to the thing', () => {
  const inTable = Object.entries(permissions).flatMap(([act, states]) =>
    Object.entries<Row>(states).map(([state, row]) => `${act} ${state} ${columns.map((held) => symbolOf(row, held)).join('')}`)
  );
  expect(inTable).toEqual(rows.map(({ act, state, cells }) => `${act} ${state} ${cells}`));
});

/** A prohibition alone leaves a person where everybody is. */
function symbolOf(row: Row, held: Capacity): string {
  const cell = row[held];
  if (typeof cell === 'object') return symbolOf(row, 'employee');
  return symbols[cell === 'may' ? 'done' : cell] ?? cell;
}

test.each(rows)('$act, $state: by each capacity alone', async ({ act, state, cells }) => {
  const outcomes = await Promise.all(columns.map((capacity) => outcomeOf(act, [capacity], statesWith(act, state))));
  expect(outcomes.map((outcome) => symbols[outcome] ?? outcome).join('')).toBe(cells);
});

test('of a person only the roles are read that make a difference', () => {
  expect(rolesThatMatter('report-incident', 'stop-report')).toEqual([]);
  expect(rolesThatMatter('acknowledge-for-it', 'acknowledge-for-nearest-manager')).toEqual(['it']);
  expect(rolesThatMatter('change-asset')).toEqual(['accountable', 'it', 'information-security']);
  expect(rolesThatMatter('decide-classification')).toEqual(['data-protection']);
  expect(rolesBarredFrom('decide-classification')).toEqual(['data-protection']);
});

test('the prohibitions are those of the table', () => {
  const inTable = Object.entries(permissions).flatMap(([act, states]) =>
    Object.values<Row>(states).flatMap((row) => capacities.flatMap((held) => (typeof row[held] === 'object' ? [`${act} ${held}`] : [])))
  );
  expect([...new Set(inTable)].sort()).toEqual(prohibitions.map(([act, held]) => `${act} ${held}`).sort());
});

describe.each(prohibitions)('%s is never for %s', (act, prohibited, reason) => {
  const others = rows
    .filter((row) => row.act === act)
    .flatMap(({ state, cells }) =>
      columns.filter((capacity, index) => capacity !== prohibited && '+dw'.includes(cells[index] ?? '')).map((held) => ({ state, held }))
    );

  test.each(others)('though they are $held as well, $state', async ({ state, held }) => {
    expect(await outcomeOf(act, [held, prohibited], statesWith(act, state))).toBe(reason);
  });
});

test('of several capacities the one that permits most answers', async () => {
  expect(await outcomeOf('acknowledge-for-it', ['it', 'nearest-manager'], {})).toBe('done');
  expect(await outcomeOf('acknowledge-for-nearest-manager', ['it', 'nearest-manager'], {})).toBe('done');
  expect(await outcomeOf('change-asset', ['accountable', 'custodian'], { asset: 'active' })).toBe('done');
  expect(await outcomeOf('decide-classification', ['information-security', 'decider'], {})).toBe('done');
  expect(await outcomeOf('decide-classification', ['information-security', 'deputy'], {})).toBe('done');
});

test('somebody who is everything that permits, and proposed it, still may not decide', async () => {
  expect(
    await outcomeOf(
      'decide-classification',
      [...capacities].filter((capacity) => capacity !== 'data-protection'),
      {}
    )
  ).toBe('same-person');
});
