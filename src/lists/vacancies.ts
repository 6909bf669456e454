// Roles on assets whose holder has left, in the list Vakanser.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { Vacancy, vacancyKey } from '../domain/vacancy';
import { accountFaultChoices, vacancyList, vacancyStateChoices, vacantRoleChoices } from '../schema/vacancies';
import { moment, optionalMoment, text, word } from './cells';
import { readRows, type Row, type RowShape } from './rows';
import { putRow } from './writing';

/** Those that stand: nobody else has been named since. */
export function readVacancies(sp: SPFI): Promise<Row<Vacancy>[]> {
  return readRows(sp, vacancyRows, { column: 'Status', value: vacancyStateChoices.wordOf('standing') });
}

/** The same asset and role again is the same row. */
export function keepVacancy(sp: SPFI, vacancy: Vacancy): Promise<void> {
  return putRow({ sp, shape: vacancyRows, key: vacancyKey(vacancy), state: vacancy, ids: () => Promise.resolve(null) });
}

const VacancyRow = z.object({
  Title: z.string(),
  Roll: word(vacantRoleChoices),
  Namn: text,
  NamnEntraId: z.string(),
  Konto: word(accountFaultChoices),
  Sedan: moment,
  Meddelat: optionalMoment,
  Status: word(vacancyStateChoices)
});

const vacancyRows: RowShape<Vacancy> = {
  list: vacancyList,
  key: 'Nyckel',
  read: (row) => {
    const cells = VacancyRow.parse(row);
    return Vacancy.parse({
      asset: cells.Title,
      role: cells.Roll,
      holder: { id: cells.NamnEntraId, name: cells.Namn },
      fault: cells.Konto,
      since: cells.Sedan,
      toldAt: cells.Meddelat,
      state: cells.Status
    });
  },
  cells: (vacancy) => ({
    Nyckel: vacancyKey(vacancy),
    Title: vacancy.asset,
    Roll: vacantRoleChoices.wordOf(vacancy.role),
    Namn: vacancy.holder.name,
    NamnEntraId: vacancy.holder.id,
    Konto: accountFaultChoices.wordOf(vacancy.fault),
    Sedan: vacancy.since,
    Meddelat: vacancy.toldAt ?? null,
    Status: vacancyStateChoices.wordOf(vacancy.state)
  }),
  people: () => ({})
};
