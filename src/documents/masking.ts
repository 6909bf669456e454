// Masking for a request for public documents: what somebody chose not to show, each with the paragraph it is masked under. A suggestion; a person decides (OSL).
import { crisisStaffs, handlingOf, type Incident } from '../domain/incident';
import type { Track } from '../domain/legal-track';
import type { Measure } from '../domain/measure';
import type { Person } from '../domain/person';
import { timelineOf } from '../domain/timeline';
import type { MaskedPart, Say } from './case';
import { withTexts, type Paper } from './paper';

/** The paragraph each part is masked under, such as "18 kap. 8 §"; a part that is not there is shown. */
export type Masks = Readonly<Partial<Record<MaskedPart, string>>>;

/** Says what is masked as masked, and the rest as it stands. */
export function masking(masks: Masks): Say {
  return (part, written) => {
    const ground = masks[part];
    return ground === undefined || written === '' ? written : markOf(ground);
  };
}

function markOf(ground: string): string {
  return `[maskat, OSL ${ground}]`;
}

/** Names that are masked are masked wherever they stand, also in what somebody wrote: a note may say who reported. */
export function withoutNames(paper: Paper, names: Names, masks: Masks): Paper {
  const masked = namedParts.flatMap((part) => {
    const ground = masks[part];
    return ground === undefined ? [] : names[part].map((name) => ({ name: name.normalize('NFC'), mark: markOf(ground) }));
  });
  if (masked.length === 0) return paper;
  const marks = new Map(masked.map(({ name, mark }) => [folded(name), mark]));
  const longestFirst = [...masked].sort((a, b) => b.name.length - a.name.length).map(({ name }) => patternOf(name));
  const any = new RegExp(longestFirst.join('|'), 'giu');
  return withTexts(paper, (text) => text.normalize('NFC').replaceAll(any, (found) => marks.get(folded(found)) ?? found));
}

const namedParts = ['reporter', 'people', 'assets'] as const satisfies readonly MaskedPart[];

/** Who and what a document may name, by the part it is masked with. */
export type Names = Readonly<Record<(typeof namedParts)[number], readonly string[]>>;

interface Named {
  readonly incident: Incident;
  readonly tracks: readonly Track[];
  readonly measures: readonly Measure[];
  readonly maker: Person;
}

export function namesIn({ incident, tracks, measures, maker }: Named): Names {
  const { toldBy } = incident.report;
  const reporter = [incident.reporter.name, ...(toldBy === undefined ? [] : [toldBy])];
  const others = [maker, ...peopleOf(incident), ...tracks.flatMap(peopleIn), ...measures.flatMap(peopleInMeasure)].map(({ name }) => name);
  const assets = handlingOf(incident).assets.map(({ name }) => name);
  return { reporter, people: unique(others).filter((name) => !reporter.includes(name)), assets: unique(assets) };
}

function peopleOf(incident: Incident): readonly Person[] {
  const { handler, concerned, consultation, questions, assets, reports = [] } = handlingOf(incident);
  const handed = reports.flatMap(({ by, to, treated }) => [by, to, treated?.by]);
  const staffed = crisisStaffs(incident).flatMap(({ by, participants, attendance, decisions, ended }) => [
    ...[by, attendance?.by, ended?.by],
    ...[...participants.map(({ person }) => person), ...decisions.map((one) => one.by)]
  ]);
  const named = [
    ...handed,
    ...staffed,
    incident.nearestManager,
    handler,
    consultation?.by,
    ...assets.map(({ objectOwner }) => objectOwner)
  ];
  return [...named, ...concerned, ...questions.map(({ by }) => by), ...timelineOf(incident).map(({ by }) => by)].filter(
    (person) => person !== undefined
  );
}

function peopleIn({ decider, openedBy, closedBy, knowledge, assessment, ...kept }: Track): readonly Person[] {
  const acted = [knowledge, kept.decisions, kept.opinions, kept.consultations, kept.submissions, kept.informing].flat();
  return [decider, openedBy, closedBy, assessment?.by, ...acted.map(({ by }) => by)].filter((person) => person !== undefined);
}

function peopleInMeasure({ owner, addedBy, before, done, check, dropped }: Measure): readonly Person[] {
  const acted = [...before, done, check, dropped].map((said) => said?.by);
  return [owner, addedBy, ...before.map((said) => said.owner), ...acted].filter((person) => person !== undefined);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** From here on a name is found with an ending as well ("Niemis", "Niemen"); a shorter one would be found in other words. */
const longEnough = 5;

/** A name begins where a word begins, and any white space parts its words. */
function patternOf(name: string): string {
  const words = name.split(/\s+/u).map((word) => word.replaceAll(/[$()*+./?[\\\]^{|}-]/gu, '\\$&'));
  const end = name.length < longEnough ? '(?![\\p{L}\\p{N}])' : '';
  return `(?<![\\p{L}\\p{N}])${words.join('\\s+')}${end}`;
}

function folded(name: string): string {
  return name.replaceAll(/\s+/gu, ' ').toLowerCase();
}
