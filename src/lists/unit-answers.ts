// What units answer in inventories, in the list Enhetssvar: one row for each unit and inventory.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { UnitAnswer } from '../domain/inventory';
import { entryColumns } from '../schema/list';
import { unitAnswerChoices, unitAnswerList } from '../schema/unit-answers';
import { optionalMoment, optionalText, peopleIn, text, word } from './cells';
import { register, searchable, type SearchableListRegister } from './register';
import { readRows, type Row, type RowShape } from './rows';

/** The port `SearchableRegister<UnitAnswer>` of the workflows, kept in SharePoint: found by the inventory's number. */
export function unitAnswerRegister(sp: SPFI): SearchableListRegister<UnitAnswer> {
  return searchable(register({ sp, shape: unitAnswerRows, state: UnitAnswer }), (inventory) => readUnitAnswers(sp, inventory));
}

/** Those in one inventory, in the order the units were asked. */
export function readUnitAnswers(sp: SPFI, inventory: string): Promise<Row<UnitAnswer>[]> {
  return readRows(sp, unitAnswerRows, { column: 'Inventering', value: inventory });
}

/** Whoever has not answered has said nothing. */
const UnitAnswerRow = z
  .object({
    Referens: z.string(),
    Title: z.string(),
    Inventering: z.string(),
    Enhetskod: z.string(),
    Status: word(unitAnswerChoices),
    KomplettPer: optionalText,
    Saknas: text,
    Namn: text,
    Svarat: optionalMoment
  })
  .refine(({ Status, Svarat }) => (Status === 'asked') === (Svarat === undefined));

const unitAnswerRows: RowShape<UnitAnswer> = {
  list: unitAnswerList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = UnitAnswerRow.parse(row);
    const { SvaratAv: by } = peopleIn(row, ['SvaratAv']);
    const names = cells.Namn === '' ? [] : cells.Namn.split('\n');
    const said = { by, at: cells.Svarat, asOf: cells.KomplettPer, text: cells.Saknas, names };
    return UnitAnswer.parse({
      reference: cells.Referens,
      inventory: cells.Inventering,
      unit: cells.Enhetskod,
      unitName: cells.Title,
      state: cells.Status,
      ...(cells.Status !== 'asked' && { said })
    });
  },
  cells: ({ reference, inventory, unit, unitName, state, said }) => ({
    Referens: reference,
    Title: unitName,
    Inventering: inventory,
    Enhetskod: unit,
    Status: unitAnswerChoices.wordOf(state),
    KomplettPer: said?.asOf ?? null,
    Saknas: said?.text ?? null,
    Namn: said?.names.join('\n') ?? null,
    Svarat: said?.at ?? null
  }),
  people: ({ said }) => ({ SvaratAv: said?.by })
};
