// Delegations of decisions in the list Delegeringar.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { Delegation } from '../domain/delegation';
import { delegationList, delegationStateChoices } from '../schema/delegations';
import { entraIdColumn, entryColumns } from '../schema/list';
import { moment, optionalMoment, peopleIn, word } from './cells';
import { searchable, register, type SearchableListRegister } from './register';
import { readRows, type Equals, type Row, type RowShape } from './rows';

/** The port `SearchableRegister<Delegation>` of the workflows, kept in SharePoint: found by whoever made it, until it is ended. */
export function delegationRegister(sp: SPFI): SearchableListRegister<Delegation> {
  return searchable(register({ sp, shape: delegationRows, state: Delegation }), (personId) => readDelegations(sp, { by: personId }));
}

/** Those that have not been ended: all that the caller may see, or those made by a person, or those that name a person as deputy (Entra ids). */
export function readDelegations(
  sp: SPFI,
  { by, deputy }: { readonly by?: string; readonly deputy?: string } = {}
): Promise<Row<Delegation>[]> {
  const made: readonly Equals[] = by === undefined ? [] : [{ column: entraIdColumn('Objektagare'), value: by }];
  const named: readonly Equals[] = deputy === undefined ? [] : [{ column: entraIdColumn('Stallforetradare'), value: deputy }];
  return readRows(sp, delegationRows, ...made, ...named, { column: 'Status', value: delegationStateChoices.wordOf('active') });
}

/** Every delegation there has been, in the order they were made. */
export function readAllDelegations(sp: SPFI): Promise<Row<Delegation>[]> {
  return readRows(sp, delegationRows);
}

const DelegationRow = z.object({
  Referens: z.string(),
  FranDag: z.string(),
  TillDag: z.string(),
  Status: word(delegationStateChoices),
  Upprattad: moment,
  Avslutad: optionalMoment
});

const delegationRows: RowShape<Delegation> = {
  list: delegationList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = DelegationRow.parse(row);
    const people = peopleIn(row, ['Objektagare', 'Stallforetradare', 'AvslutadAv']);
    return Delegation.parse({
      reference: cells.Referens,
      by: people.Objektagare,
      deputy: people.Stallforetradare,
      from: cells.FranDag,
      to: cells.TillDag,
      state: cells.Status,
      madeAt: cells.Upprattad,
      endedBy: people.AvslutadAv,
      endedAt: cells.Avslutad
    });
  },
  cells: (delegation) => ({
    Referens: delegation.reference,
    Title: `${delegation.deputy.name} för ${delegation.by.name}`,
    FranDag: delegation.from,
    TillDag: delegation.to,
    Status: delegationStateChoices.wordOf(delegation.state),
    Upprattad: delegation.madeAt,
    Avslutad: delegation.endedAt ?? null
  }),
  people: ({ by, deputy, endedBy }) => ({ Objektagare: by, Stallforetradare: deputy, AvslutadAv: endedBy })
};
