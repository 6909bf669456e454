// Rows that anything may stand in, since a site owner can edit the lists: each is read as it is or shown as broken, and none stops the others from being read.
import fc from 'fast-check';
import { Asset } from '../../src/domain/asset';
import { Classification } from '../../src/domain/classification';
import { Delegation } from '../../src/domain/delegation';
import { Incident } from '../../src/domain/incident';
import { LogEntry } from '../../src/domain/log';
import { verifyLog } from '../../src/service/log-verification';
import { goodRow, lists, siteWith, type Cells } from './listed';
import { deepJson, oddJson } from './odd-values';

const domain = {
  Informationstillgangar: Asset,
  Klassningar: Classification,
  Incidenter: Incident,
  Delegeringar: Delegation,
  Handelselogg: LogEntry
};

/** Nobody can edit these. */
const givenBySharePoint = ['Id', 'odata.etag', 'HasUniqueRoleAssignments', 'RoleAssignments'];

/** The row with some of its cells replaced, and some more in it. */
function spoilt(row: Cells): fc.Arbitrary<Cells> {
  const cell = fc.oneof({ weight: 4, arbitrary: oddJson }, { weight: 1, arbitrary: deepJson });
  const names = Object.keys(row).filter((name) => !givenBySharePoint.includes(name));
  return fc
    .array(fc.tuple(fc.constantFrom(...names), cell), { minLength: 1, maxLength: 4 })
    .map((cells) => ({ ...row, ...Object.fromEntries(cells) }));
}

describe.each(lists)('$url', (list) => {
  test('a good row is read', async () => {
    expect(await list.read(siteWith({ [list.url]: [await goodRow(list)] }))).toMatchObject([{ broken: false }]);
  });

  test('a spoilt row is broken or says what it says, and the good one beside it is read', async () => {
    const good = await goodRow(list);
    const schema = domain[list.url as keyof typeof domain] as (typeof domain)[keyof typeof domain] | undefined;
    await fc.assert(
      fc.asyncProperty(spoilt(good), async (bad) => {
        const [first, second] = await list.read(siteWith({ [list.url]: [bad, { ...good, Id: 2 }] }));
        expect(second).toMatchObject({ broken: false, id: 2 });
        if (first?.broken === false && schema !== undefined) expect(schema.safeParse(first.state).success).toBe(true);
      }),
      { numRuns: 100 }
    );
  });

  test('what is of the wrong kind is never taken for something else', async () => {
    const good = await goodRow(list);
    const [read] = await list.read(siteWith({ [list.url]: [good] }));
    for (const name of Object.keys(good).filter((one) => !givenBySharePoint.includes(one))) {
      for (const wrong of [{}, { toString: 'x' }, [[]], 12.5, true]) {
        const [row] = await list.read(siteWith({ [list.url]: [{ ...good, [name]: wrong }] }));
        // A cell that is not read changes nothing.
        expect(row?.broken === true || JSON.stringify(row) === JSON.stringify(read)).toBe(true);
      }
    }
  });
});

test('whatever stands in the lists, the check of the log says what is wrong', async () => {
  const good = Object.fromEntries(await Promise.all(lists.map(async (list) => [list.url, await goodRow(list)] as const)));
  const rows = fc.record(Object.fromEntries(lists.map(({ url }) => [url, fc.array(spoilt(good[url] ?? {}), { maxLength: 3 })])));
  await fc.assert(
    fc.asyncProperty(rows, async (spoiltRows) => {
      const numbered = Object.entries(spoiltRows).map(
        ([url, some]) => [url, some.map((row, index) => ({ ...row, Id: index + 1 }))] as const
      );
      const { entries } = await verifyLog(siteWith(Object.fromEntries(numbered)), {
        now: () => new Date('2026-11-24T08:00:00Z'),
        witnessed: []
      });
      expect(entries).toBe(spoiltRows['Handelselogg']?.length);
    }),
    { numRuns: 60 }
  );
}, 120_000);
