// What a document about one incident is made from, and who made it when: frozen with the entry of the log it shows.
import { markedText } from '../domain/exercise';
import type { Incident } from '../domain/incident';
import type { LegalRules } from '../domain/legal-rules';
import type { Track } from '../domain/legal-track';
import type { Measure } from '../domain/measure';
import { entryKey, type Recorded } from '../domain/log';
import type { Person } from '../domain/person';
import { swedishMoment } from '../domain/swedish-time';
import { text, type TextKey, type Values } from '../i18n/text';
import { facts, paragraph, type Block, type Paper } from './paper';

/** The legal tracks that whoever makes the document may read; `no-right` when they may read none, whether or not there are any. */
export interface TracksRead {
  readonly tracks: readonly Recorded<Track>[];
  /** Rows that could not be read. */
  readonly broken: number;
}

/** The measures that whoever makes the document may read. */
export interface MeasuresRead {
  readonly measures: readonly Recorded<Measure>[];
  /** Rows that could not be read. */
  readonly broken: number;
}

/** `at` is UTC, ISO 8601. `kept-apart`: the document is for more people than those who may read the tracks. */
export interface Case {
  readonly incident: Recorded<Incident>;
  readonly tracks: TracksRead | 'no-right' | 'kept-apart';
  readonly measures: MeasuresRead;
  /** As they stand in the record. */
  readonly rules: LegalRules;
  readonly by: Person;
  readonly at: string;
}

/** The reporter's own words, what was written in the handling, questions and answers, assets, what was written in the tracks and the measures, who reported, who else is named. */
export const maskedParts = ['description', 'notes', 'questions', 'assets', 'tracks', 'measures', 'reporter', 'people'] as const;
export type MaskedPart = (typeof maskedParts)[number];

/** Says a text of a part of the document as it is to be read: as it stands, or masked. */
export type Say = (part: MaskedPart, written: string) => string;

export const asWritten: Say = (_part, written) => written;

/** The language of the authority, whichever the one who makes the document reads in. */
export function swedish(key: TextKey, values?: Values): string {
  return text('sv', key, values);
}

export function moment(at: string): string {
  return `${swedishMoment(at)} svensk tid`;
}

/** A paper about the case; of an exercise its title and each page say so, and that none of it has happened. */
export function paperOn({ incident }: Case, { title, blocks }: Omit<Paper, 'number'>): Paper {
  const { state } = incident;
  const warning = state.exercise === true ? [paragraph(swedish('exercise.notice'))] : [];
  return { number: markedText(state, state.reference), title: markedText(state, title), blocks: [...warning, ...blocks] };
}

/** When and by whom the document was made, and which entries of the log it shows. */
export function origin({ incident, tracks, measures, by, at }: Case): Block {
  const shown = [...(typeof tracks === 'string' ? [] : tracks.tracks), ...measures.measures];
  return facts(['Framtaget', moment(at)], ['Av', by.name], entryOf(incident), ...shown.map((one) => entryOf(one)));
}

function entryOf({ state: { reference }, entry }: Recorded<{ readonly reference: string }>): readonly [string, string | undefined] {
  return [
    `${reference}: loggpost och fingeravtryck`,
    entry && `${entryKey({ aggregate: reference, sequence: entry.sequence })}, ${entry.hash}`
  ];
}
