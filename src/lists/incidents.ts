// Reported incidents in the list Incidenter; each row has its own readers.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { Incident } from '../domain/incident';
import type { Person } from '../domain/person';
import {
  answerChoices,
  incidentKindChoices,
  incidentList,
  incidentReaderPeople,
  incidentReaders,
  incidentStateChoices,
  timeChoices
} from '../schema/incidents';
import { entraIdColumn, entryColumns } from '../schema/list';
import { settingList } from '../schema/settings';
import { moment, optionalMoment, peopleIn, text, word, type Cells } from './cells';
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
    readers: (incident) => ({
      groups: incidentReaders(incident),
      people: incidentReaderPeople.map((part) => incident[part]).filter((person) => person !== undefined)
    })
  });
}

/** Every incident that the caller may see. Throws `forbidden` or `not-found` for somebody who may not see any. */
export function readIncidents(sp: SPFI): Promise<Row<Incident>[]> {
  return readRows(sp, incidentRows);
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

export function readIncident(sp: SPFI, reference: string): Promise<Row<Incident> | undefined> {
  return readRow(sp, incidentRows, reference);
}

const IncidentRow = z.object({
  Referens: z.string(),
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
  MottagenAvChefTid: optionalMoment
});

const incidentRows: RowShape<Incident> = {
  list: incidentList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = IncidentRow.parse(row);
    const people = peopleIn(row, ['Rapportor', 'NarmasteChef', 'MottagenAvIT', 'MottagenAvChef']);
    return Incident.parse({
      reference: cells.Referens,
      report: {
        kind: cells.Handelse,
        when: cells.Nar,
        where: cells.Title,
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
      acknowledgedByManager: acknowledgement(people.MottagenAvChef, cells.MottagenAvChefTid)
    });
  },
  cells: (incident) => ({
    Referens: incident.reference,
    ...reportCells(incident),
    Status: incidentStateChoices.wordOf(incident.state),
    Enhet: incident.unitName,
    Rapporterad: incident.reportedAt,
    Kannedom: incident.knownAt,
    MottagenAvITTid: incident.acknowledgedByIt?.at ?? null,
    MottagenAvChefTid: incident.acknowledgedByManager?.at ?? null
  }),
  people: (incident) => ({
    Rapportor: incident.reporter,
    NarmasteChef: incident.nearestManager,
    MottagenAvIT: incident.acknowledgedByIt?.by,
    MottagenAvChef: incident.acknowledgedByManager?.by
  })
};

function reportCells({ report }: Incident): Cells {
  return {
    Handelse: incidentKindChoices.wordOf(report.kind),
    Nar: timeChoices.wordOf(report.when),
    Title: report.where,
    Pagar: answerChoices.wordOf(report.ongoing),
    Personuppgifter: answerChoices.wordOf(report.personalData),
    Beskrivning: report.description,
    ...detailCells(report)
  };
}

/** Both or neither: half an acknowledgement does not parse. */
function acknowledgement(by: Person | undefined, at: string | undefined): { by: Person | undefined; at: string | undefined } | undefined {
  return by === undefined && at === undefined ? undefined : { by, at };
}
