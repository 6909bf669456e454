// Measures in the list Atgarder; each row has its own readers.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { markedText, unmarkedText } from '../domain/exercise';
import { canonicalJson, type Json } from '../domain/hash';
import { awaitsDecision, Measure } from '../domain/measure';
import type { Recorded } from '../domain/log';
import { entraIdColumn, entryColumns } from '../schema/list';
import { measureList, measureReaders, measureStateChoices } from '../schema/measures';
import { exerciseCell, json, moment, optionalMoment, optionalNumber, optionalText, peopleIn, word } from './cells';
import { recorded } from './recorded-rows';
import { register, searchable, type SearchableListRegister } from './register';
import { readRow, readRows, readRowsFrom, type Row, type RowShape } from './rows';

/** The port `SearchableRegister<Measure>` of the workflows, kept in SharePoint: found by the incident's number. */
export function measureRegister(sp: SPFI): SearchableListRegister<Measure> {
  return searchable(register({ sp, shape: measureRows, state: Measure, readers: measureReaders }), (incident) =>
    readMeasures(sp, { incident })
  );
}

/** All measures that the caller may see, or those of one incident, in the order they were added. */
export function readMeasures(sp: SPFI, { incident }: { readonly incident?: string } = {}): Promise<Row<Measure>[]> {
  return incident === undefined ? readRows(sp, measureRows) : readRows(sp, measureRows, { column: 'Incidentnummer', value: incident });
}

/** Those of one asset. */
export function readMeasuresOfAsset(sp: SPFI, asset: string): Promise<Row<Measure>[]> {
  return readRows(sp, measureRows, { column: 'Tillgangsnummer', value: asset });
}

/** Those that wait at `now` (UTC) for a decision by this person (Entra id); broken rows are shown, not left out. */
export async function readMeasuresToDecide(sp: SPFI, decider: string, now: string): Promise<Row<Measure>[]> {
  const rows = await readRows(sp, measureRows, { column: entraIdColumn('BeslutasAv'), value: decider });
  return rows.filter((row) => row.broken || awaitsDecision(row.state, now));
}

/** Those of one incident, each with the entry of the log that it shows. */
export function readRecordedMeasures(sp: SPFI, incident: string): Promise<Row<Recorded<Measure>>[]> {
  return readRows(sp, recorded(measureRows), { column: 'Incidentnummer', value: incident });
}

export function readMeasure(sp: SPFI, reference: string): Promise<Row<Measure> | undefined> {
  return readRow(sp, measureRows, reference);
}

/** What this person (Entra id) has still to do; broken rows are shown, not left out. */
export async function readMeasuresToDo(sp: SPFI, owner: string): Promise<Row<Measure>[]> {
  const rows = await readRows(sp, measureRows, { column: entraIdColumn('Ansvarig'), value: owner });
  return rows.filter((row) => row.broken || row.state.state === 'open');
}

/** Those of which something is waited for at this moment (UTC, ISO 8601) or later. */
export function readMeasuresDueFrom(sp: SPFI, at: string): Promise<Row<Measure>[]> {
  return readRowsFrom(sp, measureRows, { column: 'Senast', at });
}

/** What the cell `Innehall` holds. Who may read it stands in the log alone. */
const Content = Measure.pick({ before: true, decisions: true, done: true, check: true, dropped: true, next: true });

const contentNames = Object.keys(Content.shape) as (keyof z.infer<typeof Content>)[];

/** What is waited for stands in a column of its own to be found by, and must be what the content says. */
const MeasureRow = z
  .object({
    Referens: z.string(),
    Title: z.string(),
    Incidentnummer: optionalText,
    Tillgangsnummer: optionalText,
    Tillgang: optionalText,
    Krav: optionalText,
    Kostnad: optionalNumber,
    Ovning: exerciseCell,
    Status: word(measureStateChoices),
    KlarSenast: moment,
    Effektkontroll: moment,
    Senast: optionalMoment,
    Ersatter: optionalText,
    Tillagd: moment,
    Innehall: json.pipe(Content)
  })
  .refine(({ Senast, Innehall }) => Senast === Innehall.next?.due);

const measureRows: RowShape<Measure> = {
  list: measureList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = MeasureRow.parse(row);
    const people = peopleIn(row, ['Ansvarig', 'TillagdAv', 'BeslutasAv']);
    const mark = { exercise: cells.Ovning };
    return Measure.parse({
      ...cells.Innehall,
      reference: cells.Referens,
      incident: cells.Incidentnummer,
      asset: cells.Tillgangsnummer,
      assetName: cells.Tillgang,
      requirement: cells.Krav,
      cost: cells.Kostnad,
      decider: people.BeslutasAv,
      ...mark,
      what: unmarkedText(mark, cells.Title),
      owner: people.Ansvarig,
      due: cells.KlarSenast,
      checkAt: cells.Effektkontroll,
      follows: cells.Ersatter,
      state: cells.Status,
      addedBy: people.TillagdAv,
      addedAt: cells.Tillagd
    });
  },
  cells: (measure) => ({
    Referens: measure.reference,
    Title: markedText(measure, measure.what),
    Incidentnummer: measure.incident ?? null,
    Tillgangsnummer: measure.asset ?? null,
    Tillgang: measure.assetName ?? null,
    Krav: measure.requirement ?? null,
    Kostnad: measure.cost ?? null,
    Ovning: measure.exercise ?? null,
    Status: measureStateChoices.wordOf(measure.state),
    KlarSenast: measure.due,
    Effektkontroll: measure.checkAt,
    Senast: measure.next?.due ?? null,
    Ersatter: measure.follows ?? null,
    Tillagd: measure.addedAt,
    Innehall: canonicalJson(Object.fromEntries(contentNames.map((name) => [name, measure[name] as Json | undefined])))
  }),
  people: ({ owner, addedBy, decider }) => ({ Ansvarig: owner, TillagdAv: addedBy, BeslutasAv: decider })
};
