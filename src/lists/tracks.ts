// Legal tracks in the list Rapporteringsspar; each row has its own readers.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { markedText, unmarkedText } from '../domain/exercise';
import { canonicalJson, type Json } from '../domain/hash';
import { knownAt, Track } from '../domain/legal-track';
import type { Recorded } from '../domain/log';
import { entraIdColumn, entryColumns } from '../schema/list';
import { regimeChoices, stageChoices, trackList, trackReaderPeople, trackReaders, trackStateChoices } from '../schema/tracks';
import { exerciseCell, json, moment, optionalMoment, optionalText, peopleIn, word } from './cells';
import { recorded } from './recorded-rows';
import { register, searchable, type SearchableListRegister } from './register';
import { readRow, readRows, readRowsFrom, type Row, type RowShape } from './rows';

/** The port `SearchableRegister<Track>` of the workflows, kept in SharePoint: found by the incident's number. */
export function trackRegister(sp: SPFI): SearchableListRegister<Track> {
  return searchable(
    register({
      sp,
      shape: trackRows,
      state: Track,
      // Whoever was named before knows what they have read, and may have decided some of it.
      readers: (track) => ({ groups: trackReaders(track), people: trackReaderPeople.map((part) => track[part]), left: nobody })
    }),
    (incident) => readTracks(sp, { incident })
  );
}

const nobody = { groups: [], people: [] };

/** All tracks that the caller may see, or those of one incident, in the order they were opened. */
export function readTracks(sp: SPFI, { incident }: { readonly incident?: string } = {}): Promise<Row<Track>[]> {
  return incident === undefined ? readRows(sp, trackRows) : readRows(sp, trackRows, { column: 'Incidentnummer', value: incident });
}

/** Those of one incident, each with the entry of the log that it shows. */
export function readRecordedTracks(sp: SPFI, incident: string): Promise<Row<Recorded<Track>>[]> {
  return readRows(sp, recorded(trackRows), { column: 'Incidentnummer', value: incident });
}

/** Those of which something is due at this moment (UTC, ISO 8601) or later. */
export function readTracksDueFrom(sp: SPFI, at: string): Promise<Row<Track>[]> {
  return readRowsFrom(sp, trackRows, { column: 'Senast', at });
}

/** What this person (Entra id) is to decide and somebody has answered the questions of; broken rows are shown, not left out. */
export async function readUndecidedTracks(sp: SPFI, decider: string): Promise<Row<Track>[]> {
  const rows = await readRows(sp, trackRows, { column: entraIdColumn('Beslutsfattare'), value: decider });
  return rows.filter((row) => row.broken || row.state.state === 'assessing' || row.state.state === 'facts-missing');
}

export function readTrack(sp: SPFI, reference: string): Promise<Row<Track> | undefined> {
  return readRow(sp, trackRows, reference);
}

/** What the cell `Innehall` holds. */
const Content = Track.pick({
  knowledge: true,
  answers: true,
  assessment: true,
  decisions: true,
  opinions: true,
  consultations: true,
  submissions: true,
  informing: true,
  sheet: true
});

const contentNames = Object.keys(Content.shape) as (keyof z.infer<typeof Content>)[];

/** Kännedom stands in a column of its own for people to read, and must be what the content says; and an exercise says so in its title. */
const TrackRow = z
  .object({
    Referens: z.string(),
    Title: z.string(),
    Incidentnummer: z.string(),
    Ovning: exerciseCell,
    Regelverk: word(regimeChoices),
    Namnd: z.string(),
    Namndkod: z.string(),
    Leverantor: optionalText,
    AvtaladeTimmar: z
      .int()
      .nullable()
      .transform((value) => value ?? undefined),
    Status: word(trackStateChoices),
    Kannedom: moment,
    Nasta: word(stageChoices).nullable(),
    Senast: optionalMoment,
    Hanterad: optionalMoment,
    Oppnat: moment,
    Avslutat: optionalMoment,
    Innehall: json.pipe(Content)
  })
  .refine(({ Kannedom, Innehall }) => Kannedom === knownAt(Innehall))
  .refine(({ Ovning, Title }) => unmarkedText({ exercise: Ovning }, Title) !== undefined);

const trackRows: RowShape<Track> = {
  list: trackList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = TrackRow.parse(row);
    const people = peopleIn(row, ['Beslutsfattare', 'OppnatAv', 'AvslutatAv']);
    return Track.parse({
      ...cells.Innehall,
      reference: cells.Referens,
      incident: cells.Incidentnummer,
      exercise: cells.Ovning,
      regime: cells.Regelverk,
      controller: cells.Namndkod,
      controllerName: cells.Namnd,
      counterpart: cells.Leverantor,
      agreedHours: cells.AvtaladeTimmar,
      state: cells.Status,
      decider: people.Beslutsfattare,
      openedBy: people.OppnatAv,
      openedAt: cells.Oppnat,
      handledAt: cells.Hanterad,
      next: cells.Nasta === null && cells.Senast === undefined ? undefined : { stage: cells.Nasta, due: cells.Senast },
      closedBy: people.AvslutatAv,
      closedAt: cells.Avslutat
    });
  },
  cells: (track) => ({
    Referens: track.reference,
    Title: markedText(track, `${regimeChoices.wordOf(track.regime)}: ${track.counterpart ?? track.controllerName}`),
    Incidentnummer: track.incident,
    Ovning: track.exercise ?? null,
    Regelverk: regimeChoices.wordOf(track.regime),
    Namnd: track.controllerName,
    Namndkod: track.controller,
    Leverantor: track.counterpart ?? null,
    AvtaladeTimmar: track.agreedHours ?? null,
    Status: trackStateChoices.wordOf(track.state),
    Kannedom: knownAt(track),
    Nasta: track.next === undefined ? null : stageChoices.wordOf(track.next.stage),
    Senast: track.next?.due ?? null,
    Hanterad: track.handledAt ?? null,
    Oppnat: track.openedAt,
    Avslutat: track.closedAt ?? null,
    Innehall: canonicalJson(Object.fromEntries(contentNames.map((name) => [name, track[name] as Json | undefined])))
  }),
  people: ({ decider, openedBy, closedBy }) => ({ Beslutsfattare: decider, OppnatAv: openedBy, AvslutatAv: closedBy })
};
