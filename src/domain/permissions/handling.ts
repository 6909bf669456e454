// Who takes the steps in the handling of an incident, with its särskilda rapporter, its krisstab and what becomes of its papers.
import type { Capacity, Position } from '../capacities';
import { awaitsTriage, incidentStates, isSettled, leadsOn, type IncidentMove, type IncidentState } from '../incident-moves';
import { all, inEach, row, type On, type Row, type Table } from './table';

/** What is done in the handling of an incident. */
export type HandlingAct =
  | 'triage-incident'
  | 'assign-incident'
  | 'ask-reporter'
  | 'answer-question'
  | 'note-incident'
  | 'add-attachment'
  | 'record-lesson'
  | 'add-measure'
  | 'link-assets'
  | 'link-incidents'
  | 'consult-on-incident'
  | 'restrict-incident'
  | 'correct-incident-knowledge'
  | 'handle-incident'
  | 'contain-incident'
  | 'restore-incident'
  | 'analyse-incident'
  | 'close-incident'
  | 'reopen-incident'
  | 'dismiss-incident'
  | 'hand-over-report'
  | 'receive-report'
  | 'record-board-receipt'
  | 'call-crisis-staff'
  | 'record-crisis-attendance'
  | 'record-crisis-decision'
  | 'end-crisis-staff'
  | 'set-registry-number'
  | 'decide-disposal';
export type HandlingActs = Readonly<Record<HandlingAct, On<'incident', HandlingRefusal>>>;
/** Why somebody may not take a step in the handling of an incident. */
export type HandlingRefusal = 'not-found' | 'not-allowed' | 'wrong-state';

/** Those who may read an incident, if it has to do with them: they are told that something is not theirs to do. */
export const readers = [
  ...(['it', 'information-security', 'data-protection', 'security-protection'] as const),
  ...(['decider', 'reporter', 'nearest-manager', 'handler'] as const)
];
/** IT and the informationssäkerhetsansvarig handle incidents (H48, H51), and whoever it is assigned to. */
export const handlers = ['it', 'information-security', 'handler'] as const;
/** Whoever reported has the picture or the mail, and whoever handles it gets more of them. */
const attachers = [...handlers, 'reporter'] as const;
/** The reporter answers questions; all others who read may add what they know, the independent as well (H57). */
const writers = readers.filter((capacity) => capacity !== 'reporter');
/** The informationssäkerhetsansvarig gives särskilda rapporter (H64), and whoever the incident is assigned to hands them over. */
const reporters = ['information-security', 'handler'] as const;
/** The säkerhetsskyddschef calls the krisstab (H55), as may the informationssäkerhetsansvarig and whoever the incident is assigned to. */
const crisisCallers = ['information-security', 'security-protection', 'handler'] as const;

export const handling: Table<HandlingActs> = {
  // Said again when more is known: the level can change until it is closed.
  'triage-incident': by(handlers, (state) => state !== 'reported' && !isSettled(state)),
  'assign-incident': by(handlers, isOpen),
  'ask-reporter': by(handlers, isOpen),
  'answer-question': by(['reporter'], isOpen),
  'note-incident': by(writers, isOpen),
  'add-attachment': by(attachers, isOpen),
  // What was learned is often seen only afterwards.
  'record-lesson': by(handlers, (state) => !awaitsTriage(state)),
  'add-measure': by(handlers, (state) => !awaitsTriage(state)),
  'link-assets': by(handlers, isOpen),
  'link-incidents': by(handlers, isOpen),
  'consult-on-incident': by(['information-security'], isOpen),
  'restrict-incident': by(['information-security'], isOpen),
  'correct-incident-knowledge': by(handlers, isOpen),
  'handle-incident': by(handlers, onTheWay('handle')),
  'contain-incident': by(handlers, onTheWay('contain')),
  'restore-incident': by(handlers, onTheWay('restore')),
  'analyse-incident': by(handlers, onTheWay('analyse')),
  'close-incident': by(handlers, onTheWay('close')),
  'reopen-incident': by(handlers, onTheWay('reopen')),
  'dismiss-incident': by(handlers, onTheWay('dismiss')),
  // A report is often received and dealt with after the incident was closed.
  'hand-over-report': by(reporters, always),
  'receive-report': by(['leadership'], always),
  'record-board-receipt': by([...reporters, 'leadership'], always),
  'call-crisis-staff': by(crisisCallers, isOpen),
  // What was decided is often written out when the worst is over.
  'record-crisis-attendance': by(crisisCallers, always),
  'record-crisis-decision': by(crisisCallers, always),
  'end-crisis-staff': by(crisisCallers, always),
  'set-registry-number': by(handlers, always),
  'decide-disposal': by(['information-security'], isSettled)
};

/** Whether somebody in this position handles the incident, in whatever state it is: they take out its documents. */
export function handlesIncident({ held }: Position<'incident'>): boolean {
  return handlers.some((capacity) => held.includes(capacity));
}

/** `who` may in the states where it can be done; others who read it are told that it is not theirs to do. */
function by(who: readonly Capacity[], isTime: (state: IncidentState) => boolean): Readonly<Record<IncidentState, Row<HandlingRefusal>>> {
  return inEach(incidentStates, (state) =>
    row<HandlingRefusal>('not-found', { ...all(readers, 'not-allowed'), ...all(who, isTime(state) ? 'may' : 'wrong-state') })
  );
}

function isOpen(state: IncidentState): boolean {
  return !isSettled(state);
}

function always(): boolean {
  return true;
}

function onTheWay(move: IncidentMove): (state: IncidentState) => boolean {
  return (state) => leadsOn(move, state);
}
