// How an incident changes while it is handled: each step with its timeline, and what keeps it from being closed (domain.md 5.3).
import type { Handling, HandlingEvent, Happening } from './handling';
import { handlingOf, type Incident } from './incident';
import { incidentMoves, leadsOn, type IncidentMove } from './incident-moves';
import { concernedPeople } from './need-to-know';
import type { Person } from './person';
import { isAtLeast } from './severity';

/**
 * Who did something, when (UTC, ISO 8601), and what they said to it. Without `by` the service did it by itself. `knownAt`: what kännedom is taken for from now
 * on, where the step corrects it.
 */
export interface Step {
  readonly event: HandlingEvent;
  readonly by?: Person;
  readonly at: string;
  readonly text: string;
  readonly move?: IncidentMove;
  readonly knownAt?: string;
}

/** The incident after a step: what changed, the state the move leads to, and one more line in its timeline. */
export function afterStep(
  incident: Incident,
  { event, by, at, text, move, knownAt = incident.knownAt }: Step,
  changes: Partial<Handling>
): Incident {
  const before = handlingOf(incident);
  const state = move === undefined ? incident.state : incidentMoves[move].to;
  const known = knownAt === incident.knownAt ? {} : { known: { from: incident.knownAt, to: knownAt } };
  const happening: Happening = { event, at, by, from: incident.state, to: state, text, ...known };
  const handling = { ...before, ...changes, happenings: [...before.happenings, happening] };
  return withConcerned({ ...incident, state, knownAt, handling });
}

/** Whoever is let in to read is remembered, so that they can be let out again. */
function withConcerned(incident: Incident): Incident {
  const handling = handlingOf(incident);
  const known = [incident.reporter, incident.nearestManager, ...handling.concerned].map((person) => person?.id);
  const joining = concernedPeople(incident).filter(
    ({ id }, index, all) => !known.includes(id) && all.findIndex((other) => other.id === id) === index
  );
  return joining.length === 0 ? incident : { ...incident, handling: { ...handling, concerned: [...handling.concerned, ...joining] } };
}

/** What is said together with a move. */
export interface Said {
  readonly reason?: string;
  readonly rootCause?: string;
  readonly outcome?: string;
}

export type Hindrance =
  | 'wrong-state'
  | 'severity-missing'
  | 'handler-missing'
  | 'consultation-missing'
  | 'root-cause-missing'
  | 'outcome-missing'
  | 'reason-missing';

type Guard = (incident: Incident, said: Said) => boolean;

/** What must be there for each move, beside the state it starts from. */
const guards: Readonly<Record<IncidentMove, Readonly<Partial<Record<Hindrance, Guard>>>>> = {
  acknowledge: {},
  triage: {},
  handle: { 'severity-missing': isRated, 'handler-missing': (incident) => handlingOf(incident).handler !== undefined },
  contain: {},
  restore: {},
  analyse: {},
  close: {
    'severity-missing': isRated,
    'consultation-missing': isConsultedOn,
    'root-cause-missing': (_incident, { rootCause }) => isSaid(rootCause),
    'outcome-missing': (_incident, { outcome }) => isSaid(outcome)
  },
  reopen: { 'reason-missing': (_incident, { reason }) => isSaid(reason) },
  dismiss: { 'reason-missing': (_incident, { reason }) => isSaid(reason) }
};

/** Everything that keeps the incident from making this move now; empty when nothing does. */
export function hindrances(move: IncidentMove, incident: Incident, said: Said = {}): readonly Hindrance[] {
  if (!leadsOn(move, incident.state)) return ['wrong-state'];
  const asked = Object.entries(guards[move]) as [Hindrance, Guard][];
  return asked.flatMap(([hindrance, holds]) => (holds(incident, said) ? [] : [hindrance]));
}

function isRated(incident: Incident): boolean {
  return handlingOf(incident).severity !== undefined;
}

/** From high severity on the informationssäkerhetsansvarig is consulted (H51) and says whether a särskild rapport is called for (H64). */
function isConsultedOn(incident: Incident): boolean {
  const { severity, consultation } = handlingOf(incident);
  return !isAtLeast(severity, 'high') || consultation !== undefined;
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}
