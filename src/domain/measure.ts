// A measure (åtgärd) that an incident, or a requirement that an asset does not meet, led to: what is to be done, by whom and by when, and whether it had effect (domain.md 5.3, H25, H47).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { exerciseMark, markOf } from './exercise';
import type { Incident } from './incident';
import { concernedPeople, concernedRoles } from './need-to-know';
import { Person, roles, type Role } from './person';
import { atSwedishTime, isEarlier } from './swedish-time';

/**
 * Föreslagen and avslagen are for what an asset lacks, which the förvaltningschef decides on; then att göra, klar och väntar på effektkontroll, verifierad,
 * utan effekt, struken. That it is late is seen from its day.
 */
export const measureStates = ['proposed', 'declined', 'open', 'done', 'effective', 'without-effect', 'dropped'] as const;
export type MeasureState = (typeof measureStates)[number];

/** Longest texts, in characters. `what` is one line, as a list shows it. */
export const measureLimits = { what: 200, text: 1000 } as const;

const at = z.iso.datetime();
const said = { by: Person, at, text: z.string() };

/** Who answers for it and by when, until somebody gave other words: kept with the reason. */
const Before = z.object({ ...said, owner: Person, due: at, checkAt: at });

/** Groups and people. */
const Principals = z.object({ roles: z.array(z.enum(roles)), people: z.array(Person) });
export type Principals = Readonly<z.infer<typeof Principals>>;

/** Who may read the incident it came of, as it was last, and everybody who has been let in and may have had to leave. */
const Access = Principals.extend({ former: z.array(Person) });

/** What is waited for: that it is decided on, that a risk accepted for a time is looked at again, that it is done, that its effect is checked. */
export const errands = ['finish', 'check', 'decide', 'reconsider'] as const;

/**
 * What the förvaltningschef decided. `risk`: what remains when it is declined, and `until` when (UTC) that is accepted. `byDelegation`: by which `by`
 * decided in their place.
 */
const Decision = z.object({
  ...said,
  approved: z.boolean(),
  risk: z.string().optional(),
  until: at.optional(),
  byDelegation: z.string().optional()
});

/**
 * A measure as the record keeps it. Times are UTC, ISO 8601: `due` is when its last day ends, `checkAt` when the day of the effect check begins. `follows` is
 * the measure without effect that this one was made instead of. It comes of an `incident`, or of a `requirement` (its code) on an `asset`; then it has a
 * `cost` in whole kronor, and `decider`, the head of the asset's förvaltning, decides on it. `access` stands in the log alone: to whom an incident is known is not for the owner of its
 * measure to see.
 */
export const Measure = z.object({
  reference: z.string(),
  incident: z.string().optional(),
  asset: z.string().optional(),
  assetName: z.string().optional(),
  requirement: z.string().optional(),
  cost: z.int().min(0).optional(),
  decider: Person.optional(),
  ...exerciseMark,
  what: z.string(),
  owner: Person,
  due: at,
  checkAt: at,
  follows: z.string().optional(),
  state: z.enum(measureStates),
  addedBy: Person,
  addedAt: at,
  before: z.array(Before),
  decisions: z.array(Decision).optional(),
  done: z.object(said).optional(),
  check: z.object(said).optional(),
  dropped: z.object(said).optional(),
  access: Access.optional(),
  /** What is waited for, since when and until when. */
  next: z.object({ errand: z.enum(errands), start: at, due: at }).optional()
});
export type Measure = Readonly<z.infer<typeof Measure>>;

/** Days as a form gives them, `YYYY-MM-DD` in the Swedish calendar. */
export interface MeasureDays {
  readonly due: string;
  readonly check: string;
}

/** The moments of the days, when neither is over at `now` (UTC) and nobody checks before it is to be done. */
export function momentsOf({ due, check }: MeasureDays, now: string): Pick<Measure, 'due' | 'checkAt'> | undefined {
  const moments = { due: atSwedishTime(`${due}T23:59`), checkAt: atSwedishTime(`${check}T00:00`) };
  if (moments.due === undefined || moments.checkAt === undefined) return undefined;
  return isEarlier(moments.due, now) || check < due ? undefined : { due: moments.due, checkAt: moments.checkAt };
}

export interface MeasureStep {
  readonly by: Person;
  readonly at: string;
  /** The number of the delegation by which somebody decides in another's place. */
  readonly byDelegation?: string;
}

export type NewMeasure = Pick<Measure, 'reference' | 'what' | 'owner' | 'due' | 'checkAt' | 'follows'> & { readonly incident: string };

/** What an asset lacks and is proposed to be done. */
export type Proposal = Pick<Measure, 'reference' | 'what' | 'owner' | 'due' | 'checkAt'> &
  Required<Pick<Measure, 'asset' | 'assetName' | 'requirement' | 'cost'>> & { readonly decider: Person };

export function added(measure: NewMeasure, incident: Incident, { by, at: addedAt }: MeasureStep): Measure {
  const access = { ...principalsOf(incident), former: [] };
  return withNext({ ...measure, ...markOf(incident), state: 'open', addedBy: by, addedAt, before: [], access });
}

/** Who reads the register reads what its assets lack: all roles, and whoever owns it. */
export function proposed(proposal: Proposal, { by, at: addedAt }: MeasureStep): Measure {
  const access = { roles: [...roles], people: [proposal.decider, by], former: [] };
  return withNext({ ...proposal, state: 'proposed', addedBy: by, addedAt, before: [], decisions: [], access });
}

/** Beslutad. */
export function approved(measure: Measure, text: string, step: MeasureStep): Measure {
  return withNext({ ...measure, state: 'open', decisions: [...(measure.decisions ?? []), { ...step, text, approved: true }] });
}

/** Avslagen: the remaining risk is accepted, until a moment (UTC) and not longer. */
export function declined(
  measure: Measure,
  { text, risk, until }: { readonly text: string; readonly risk: string; readonly until: string },
  step: MeasureStep
): Measure {
  return withNext({
    ...measure,
    state: 'declined',
    decisions: [...(measure.decisions ?? []), { ...step, text, approved: false, risk, until }]
  });
}

/** Whether the förvaltningschef is to decide at `now` (UTC): it is proposed, or the time that its risk was accepted for is over. */
export function awaitsDecision({ state, next }: Measure, now: string): boolean {
  return state === 'proposed' || (state === 'declined' && next !== undefined && isEarlier(next.due, now));
}

/** The longest that a remaining risk is accepted at a time, in days: it is looked at again at least once a year. Our own proposal. */
const longestAcceptance = 366;

/** The end of the last day that a risk is accepted, as a moment, when it is to come and not too far away. */
export function acceptedUntil(day: string, now: string): string | undefined {
  const until = atSwedishTime(`${day}T23:59`);
  if (until === undefined || isEarlier(until, now)) return undefined;
  return isEarlier(daysAfter(now, longestAcceptance), until) ? undefined : until;
}

/** Omprioriterad: another answers for it, or it is to be done at another time. */
export function changed(
  measure: Measure,
  { owner, due, checkAt, text }: Pick<Measure, 'owner' | 'due' | 'checkAt'> & { readonly text: string },
  step: MeasureStep
): Measure {
  const before = [...measure.before, { ...step, text, owner: measure.owner, due: measure.due, checkAt: measure.checkAt }];
  return withNext({ ...measure, owner, due, checkAt, before, access: leaving(measure, [measure.owner]) });
}

export function finished(measure: Measure, text: string, step: MeasureStep): Measure {
  return withNext({ ...measure, state: 'done', done: { ...step, text } });
}

export function checked(
  measure: Measure,
  { hadEffect, text }: { readonly hadEffect: boolean; readonly text: string },
  step: MeasureStep
): Measure {
  return withNext({ ...measure, state: hadEffect ? 'effective' : 'without-effect', check: { ...step, text } });
}

export function dropped(measure: Measure, text: string, step: MeasureStep): Measure {
  return withNext({ ...measure, state: 'dropped', dropped: { ...step, text } });
}

/** Whether a step of the incident changed who reads it. */
export function isReadOtherwise(before: Incident, after: Incident): boolean {
  return keyOf(principalsOf(before)) !== keyOf(principalsOf(after));
}

/** The measure for those who now may read its incident; nothing when they are the same. */
export function followingReaders(measure: Measure, incident: Incident): Measure | undefined {
  const now = principalsOf(incident);
  const before = accessOf(measure);
  return keyOf(before) === keyOf(now) ? undefined : { ...measure, access: { ...now, former: leaving(measure, before.people).former } };
}

/** Who may read the measure, and who could and is to be let out. */
export function readersOfMeasure(measure: Measure): Principals & { readonly left: Principals } {
  const access = accessOf(measure);
  const people = distinct([...access.people, measure.owner]);
  return {
    roles: access.roles,
    people,
    left: {
      roles: comingAndGoing.filter((role) => !access.roles.includes(role)),
      people: access.former.filter(({ id }) => people.every((person) => person.id !== id))
    }
  };
}

/** As it is shown to those who may read it. */
export function shownMeasure({ access: _access, ...measure }: Measure): Measure {
  return measure;
}

function principalsOf(incident: Incident): Principals {
  return { roles: [...concernedRoles(incident)], people: distinct(concernedPeople(incident)) };
}

function keyOf({ roles: groups, people }: Principals): string {
  return [...groups, ...people.map(({ id }) => id)].sort().join(' ');
}

function accessOf({ access }: Measure): z.infer<typeof Access> {
  return access ?? { roles: [], people: [], former: [] };
}

function leaving(measure: Measure, people: readonly Person[]): z.infer<typeof Access> {
  const access = accessOf(measure);
  return { ...access, former: distinct([...access.former, ...people]) };
}

/** Those of an incident that join and leave (need-to-know.ts). */
const comingAndGoing = ['it', 'data-protection', 'security-protection'] as const satisfies readonly Role[];

/** Those without effect that nothing has been made instead of. */
export function unanswered(measures: readonly Measure[]): readonly Measure[] {
  return measures.filter(({ state, reference }) => state === 'without-effect' && measures.every(({ follows }) => follows !== reference));
}

function withNext(measure: Measure): Measure {
  const { state, addedAt, due, checkAt, done } = measure;
  const decision = measure.decisions?.at(-1);
  if (state === 'proposed') return { ...measure, next: { errand: 'decide', start: addedAt, due: daysAfter(addedAt, daysToDecide) } };
  if (state === 'declined' && decision?.until !== undefined)
    return { ...measure, next: { errand: 'reconsider', start: decision.at, due: decision.until } };
  if (state === 'open') return { ...measure, next: { errand: 'finish', start: decision?.at ?? addedAt, due } };
  if (state !== 'done' || done === undefined) return { ...measure, next: undefined };
  // What was done late is not checked before it was done.
  return { ...measure, next: { errand: 'check', start: done.at, due: isEarlier(checkAt, done.at) ? done.at : checkAt } };
}

/** How long a förvaltningschef has to decide. Our own proposal. */
const daysToDecide = 14;

function daysAfter(moment: string, days: number): string {
  return Temporal.Instant.from(moment)
    .add({ hours: 24 * days })
    .toString();
}

function distinct(people: readonly Person[]): Person[] {
  return people.filter(({ id }, index) => people.findIndex((other) => other.id === id) === index);
}
