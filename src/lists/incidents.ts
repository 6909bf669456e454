// Reported incidents in the list Incidenter; each row has its own readers.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { markedText, unmarkedText } from '../domain/exercise';
import { Handling, noHandling } from '../domain/handling';
import { attachmentsOf, Incident } from '../domain/incident';
import { isSettled } from '../domain/incident-moves';
import { recordAsJson } from '../domain/hash';
import type { Recorded } from '../domain/log';
import type { Person } from '../domain/person';
import { seriousSeverities } from '../domain/reconsideration';
import { awaitingStates } from '../domain/response-deadline';
import {
  answerChoices,
  categoryChoices,
  incidentKindChoices,
  incidentList,
  incidentReaders,
  incidentStateChoices,
  severityChoices,
  timeChoices
} from '../schema/incidents';
import { entraIdColumn, entryColumns } from '../schema/list';
import { settingList } from '../schema/settings';
import { exactText, exerciseCell, json, moment, optionalMoment, optionalText, peopleIn, text, word, type Cells } from './cells';
import { readRecorded } from './recorded-rows';
import { register, type ListRegister } from './register';
import { detailCells, detailsIn } from './report-cells';
import { listOf, readRow, readRows, type Row, type RowShape } from './rows';
import { isSharePointError } from './sharepoint-error';

/**
 * The port `Register<Incident>` of the workflows, kept in SharePoint. Writing also lets the reporter, the nearest manager and the groups concerned
 * read the row; until then it is seen by those alone who read the whole list.
 */
export function incidentRegister(sp: SPFI): ListRegister<Incident> {
  return register({
    sp,
    shape: incidentRows,
    state: Incident,
    readers: incidentReaders
  });
}

/** Every incident that the caller may see. Throws `forbidden` or `not-found` for somebody who may not see any. */
export function readIncidents(sp: SPFI): Promise<Row<Incident>[]> {
  return readRows(sp, incidentRows);
}

/** Those that wait to be received, assessed or taken on. */
export async function readAwaitingIncidents(sp: SPFI): Promise<Row<Incident>[]> {
  const asked = awaitingStates.map((state) => readRows(sp, incidentRows, { column: 'Status', value: incidentStateChoices.wordOf(state) }));
  return (await Promise.all(asked)).flat();
}

/** Those of the two highest severities, as far as the caller may see them. */
export async function readSeriousIncidents(sp: SPFI): Promise<Row<Incident>[]> {
  const asked = seriousSeverities.map((severity) =>
    readRows(sp, incidentRows, { column: 'Allvarlighet', value: severityChoices.wordOf(severity) })
  );
  return (await Promise.all(asked)).flat();
}

/**
 * What this person (Entra id) has reported. SharePoint does not let anybody open a list in which they may see no row, so an employee who has never
 * reported anything is turned away from the list itself. On a site that is otherwise open to them that means none; on any other it is an error.
 */
export async function readMyIncidents(sp: SPFI, personId: string): Promise<Row<Incident>[]> {
  try {
    return await readRows(sp, incidentRows, { column: entraIdColumn('Rapportor'), value: personId });
  } catch (error) {
    if (!isSharePointError(error, 'forbidden', 'not-found')) throw error;
    await listOf(sp, settingList).select('Id')();
    return [];
  }
}

/** What this person (Entra id) has not received yet as nearest manager; broken rows are shown, not left out. */
export async function readUnreceived(sp: SPFI, manager: string): Promise<Row<Incident>[]> {
  const rows = await readRows(sp, incidentRows, { column: entraIdColumn('NarmasteChef'), value: manager });
  return rows.filter((row) => row.broken || (row.state.acknowledgedByManager === undefined && !isSettled(row.state.state)));
}

/** One incident with the entry of the log that it shows. */
export function readRecordedIncident(sp: SPFI, reference: string): Promise<Row<Recorded<Incident>> | undefined> {
  return readRecorded(sp, incidentRows, reference);
}

export function readIncident(sp: SPFI, reference: string): Promise<Row<Incident> | undefined> {
  return readRow(sp, incidentRows, reference);
}

const IncidentRow = z.object({
  Referens: z.string(),
  Ovning: exerciseCell,
  Handelse: word(incidentKindChoices),
  Status: word(incidentStateChoices),
  Nar: word(timeChoices),
  Title: z.string(),
  Pagar: word(answerChoices),
  Personuppgifter: word(answerChoices),
  Beskrivning: text,
  Enhet: text,
  Rapporterad: moment,
  Kannedom: moment,
  MottagenAvITTid: optionalMoment,
  MottagenAvChefTid: optionalMoment,
  SvaraSenast: optionalMoment,
  Kategori: word(categoryChoices).nullable(),
  Allvarlighet: word(severityChoices).nullable(),
  Begransad: z.boolean().nullable(),
  Diarienummer: optionalText,
  Handlaggning: exactText
});

const incidentRows: RowShape<Incident> = {
  list: incidentList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = IncidentRow.parse(row);
    const people = peopleIn(row, ['Rapportor', 'NarmasteChef', 'MottagenAvIT', 'MottagenAvChef', 'Handlaggare']);
    const mark = { exercise: cells.Ovning };
    return Incident.parse({
      reference: cells.Referens,
      ...mark,
      report: {
        kind: cells.Handelse,
        when: cells.Nar,
        where: unmarkedText(mark, cells.Title),
        ongoing: cells.Pagar,
        personalData: cells.Personuppgifter,
        description: cells.Beskrivning,
        ...detailsIn(row)
      },
      reporter: people.Rapportor,
      unitName: cells.Enhet,
      nearestManager: people.NarmasteChef,
      state: cells.Status,
      reportedAt: cells.Rapporterad,
      knownAt: cells.Kannedom,
      acknowledgedByIt: acknowledgement(people.MottagenAvIT, cells.MottagenAvITTid),
      acknowledgedByManager: acknowledgement(people.MottagenAvChef, cells.MottagenAvChefTid),
      handling: handlingIn(cells, people.Handlaggare)
    });
  },
  cells: (incident) => ({
    Referens: incident.reference,
    Ovning: incident.exercise ?? null,
    ...reportCells(incident),
    Status: incidentStateChoices.wordOf(incident.state),
    Enhet: incident.unitName,
    Rapporterad: incident.reportedAt,
    Kannedom: incident.knownAt,
    MottagenAvITTid: incident.acknowledgedByIt?.at ?? null,
    MottagenAvChefTid: incident.acknowledgedByManager?.at ?? null,
    ...handlingCells(incident.handling)
  }),
  people: (incident) => ({
    Rapportor: incident.reporter,
    NarmasteChef: incident.nearestManager,
    MottagenAvIT: incident.acknowledgedByIt?.by,
    MottagenAvChef: incident.acknowledgedByManager?.by,
    Handlaggare: incident.handling?.handler
  }),
  files: (incident) => attachmentsOf(incident).map(({ file }) => file)
};

function reportCells({ report, exercise }: Incident): Cells {
  return {
    Handelse: incidentKindChoices.wordOf(report.kind),
    Nar: timeChoices.wordOf(report.when),
    Title: markedText({ exercise }, report.where),
    Pagar: answerChoices.wordOf(report.ongoing),
    Personuppgifter: answerChoices.wordOf(report.personalData),
    Beskrivning: report.description,
    ...detailCells(report)
  };
}

/** What is shown in columns of its own is read from there; a row that nobody has handled has none of it. */
function handlingCells(handling: Handling | undefined): Cells {
  const { answerBy, category, severity, handler: _handler, restricted = null, registryNumber, ...rest } = handling ?? {};
  return {
    SvaraSenast: answerBy ?? null,
    Kategori: category === undefined ? null : categoryChoices.wordOf(category),
    Allvarlighet: severity === undefined ? null : severityChoices.wordOf(severity),
    Begransad: restricted,
    Diarienummer: registryNumber ?? null,
    Tillgangar: (handling?.assets ?? []).map(({ reference, name }) => `${reference} ${name}`).join('\n'),
    Handlaggning: handling === undefined ? '' : recordAsJson(rest)
  };
}

function handlingIn(
  { SvaraSenast, Kategori, Allvarlighet, Begransad, Diarienummer, Handlaggning }: z.infer<typeof IncidentRow>,
  handler: Person | undefined
): Handling | undefined {
  if (Handlaggning === '') return undefined;
  return Handling.parse({
    ...KeptHandling.parse(Handlaggning),
    answerBy: SvaraSenast,
    category: Kategori ?? undefined,
    severity: Allvarlighet ?? undefined,
    handler,
    restricted: Begransad ?? noHandling.restricted,
    registryNumber: Diarienummer
  });
}

const KeptHandling = json.pipe(z.record(z.string(), z.unknown()));

/** Both or neither: half an acknowledgement does not parse. */
function acknowledgement(by: Person | undefined, at: string | undefined): { by: Person | undefined; at: string | undefined } | undefined {
  return by === undefined && at === undefined ? undefined : { by, at };
}
