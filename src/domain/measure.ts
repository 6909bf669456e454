// A measure (åtgärd) that an incident led to: what is to be done, by whom and by when, and whether it had effect (domain.md 5.3, H25, H47).
import { z } from 'zod';
import { exerciseMark, markOf } from './exercise';
import type { Incident } from './incident';
import { concernedPeople, concernedRoles } from './need-to-know';
import { Person, roles, type Role } from './person';
import { atSwedishTime, isEarlier } from './swedish-time';

/** Att göra, klar och väntar på effektkontroll, verifierad, utan effekt, struken. That it is late is seen from its day. */
export const measureStates = ['open', 'done', 'effective', 'without-effect', 'dropped'] as const;
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

/** What is waited for. */
export const errands = ['finish', 'check'] as const;

/**
 * A measure as the record keeps it. Times are UTC, ISO 8601: `due` is when its last day ends, `checkAt` when the day of the effect check begins. `follows` is
 * the measure without effect that this one was made instead of. `access` stands in the log alone: to whom an incident is known is not for the owner of its
 * measure to see.
 */
export const Measure = z.object({
  reference: z.string(),
  incident: z.string(),
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
}

export type NewMeasure = Pick<Measure, 'reference' | 'incident' | 'what' | 'owner' | 'due' | 'checkAt' | 'follows'>;

export function added(measure: NewMeasure, incident: Incident, { by, at: addedAt }: MeasureStep): Measure {
  const access = { ...principalsOf(incident), former: [] };
  return withNext({ ...measure, ...markOf(incident), state: 'open', addedBy: by, addedAt, before: [], access });
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
  if (state === 'open') return { ...measure, next: { errand: 'finish', start: addedAt, due } };
  if (state !== 'done' || done === undefined) return { ...measure, next: undefined };
  // What was done late is not checked before it was done.
  return { ...measure, next: { errand: 'check', start: done.at, due: isEarlier(checkAt, done.at) ? done.at : checkAt } };
}

function distinct(people: readonly Person[]): Person[] {
  return people.filter(({ id }, index) => people.findIndex((other) => other.id === id) === index);
}
