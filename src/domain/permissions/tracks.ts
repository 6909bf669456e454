// Who keeps a legal track, who advises on it, and who decides it.
import { trackStates, type TrackState } from '../legal-track';
import { independent } from './deciding';
import { all, inEach, row, type ActOn, type On, type Row, type Table } from './table';

export interface TrackActs {
  readonly 'open-track': On<'new', 'not-allowed'>;
  readonly 'name-decider': On<'track', TrackRefusal>;
  readonly 'correct-track-knowledge': On<'track', TrackRefusal>;
  readonly 'answer-assessment': On<'track', TrackRefusal>;
  readonly 'decide-track': On<'track', TrackRefusal | 'own-assessment' | 'data-protection-decides'>;
  readonly 'give-opinion': On<'track', TrackRefusal>;
  readonly 'record-consultation': On<'track', TrackRefusal>;
  readonly 'fill-sheet': On<'track', TrackRefusal>;
  readonly 'record-submission': On<'track', TrackRefusal>;
  readonly 'record-receipt': On<'track', TrackRefusal>;
  readonly 'record-handled': On<'track', TrackRefusal>;
  readonly 'inform-concerned': On<'track', TrackRefusal | 'data-protection-decides'>;
  readonly 'close-track': On<'track', TrackRefusal | 'reports-left'>;
}
type TrackRefusal = 'not-found' | 'not-allowed' | 'wrong-state' | 'not-decided';
/** What can be done to a legal track. */
export type TrackAct = ActOn<'track', TrackActs>;

/** The informationssäkerhetsansvarig leads (H51), the säkerhetsskyddschef has the contacts with authorities (H52): they keep the legal tracks. */
const trackKeepers = ['information-security', 'security-protection'] as const;

const untilDecided: readonly TrackState[] = ['not-assessed', 'facts-missing', 'assessing'];
/** An upplysning may turn out to have been a precaution: until the notification new answers open the decision again. */
const untilNotified: readonly TrackState[] = [...untilDecided, 'to-report', 'not-to-report', 'warned'];
/** What the law asks for next is still to be sent in. */
const beforeLast: readonly TrackState[] = ['to-report', 'warned', 'progress-reported'];

const whileOpen = inTracks((state) => forKeepers(state === 'closed' ? 'wrong-state' : 'may'));

export const tracks: Table<TrackActs> = {
  'open-track': { new: row('not-allowed', all(trackKeepers, 'may')) },
  'name-decider': whileOpen,
  'correct-track-knowledge': whileOpen,
  'answer-assessment': inTracks((state) => forKeepers(untilNotified.includes(state) ? 'may' : 'wrong-state')),
  'decide-track': inTracks((state) => forDecider(untilDecided.includes(state) ? 'may' : 'wrong-state')),
  'give-opinion': inTracks(forAdviser),
  'record-consultation': whileOpen,
  'fill-sheet': whileOpen,
  'record-submission': inTracks((state) => forKeepers(state === 'final-reported' ? 'wrong-state' : onceToReport(state))),
  'record-receipt': inTracks((state) => forKeepers(onceToReport(state))),
  'record-handled': whileOpen,
  'inform-concerned': inTracks((state) => forInformer(state === 'closed' ? 'wrong-state' : 'may')),
  'close-track': inTracks((state) => forKeepers(onceAllIsSent(state)))
};

/** Beside them the one who decides knows of the track; to everybody else it does not exist. */
function forKeepers<R extends TrackRefusal | 'reports-left' = TrackRefusal>(cell: 'may' | R): Row<TrackRefusal | R> {
  return row<TrackRefusal | R>('not-found', { ...all(trackKeepers, cell), decider: 'not-allowed' });
}

function forDecider(cell: 'may' | TrackRefusal): Row<TrackRefusal | 'own-assessment' | 'data-protection-decides'> {
  return row<TrackRefusal | 'own-assessment' | 'data-protection-decides'>('not-found', {
    ...forInformer(cell),
    proposer: { never: 'own-assessment' }
  });
}

function forInformer(cell: 'may' | TrackRefusal): Row<TrackRefusal | 'data-protection-decides'> {
  return row<TrackRefusal | 'data-protection-decides'>('not-found', {
    ...all(trackKeepers, 'not-allowed'),
    decider: cell,
    ...independent
  });
}

/** The dataskyddsombud's opinion is nobody else's to write (H57), and has no time when it is too late. */
function forAdviser(): Row<TrackRefusal> {
  return row('not-found', { ...all([...trackKeepers, 'decider'], 'not-allowed'), 'data-protection': 'may' });
}

/** What is done with a decision to report: not before it is made, nor when it was made not to. */
function onceToReport(state: TrackState): 'may' | TrackRefusal {
  if (untilDecided.includes(state)) return 'not-decided';
  return state === 'not-to-report' || state === 'closed' ? 'wrong-state' : 'may';
}

function onceAllIsSent(state: TrackState): 'may' | TrackRefusal | 'reports-left' {
  if (untilDecided.includes(state)) return 'not-decided';
  if (beforeLast.includes(state)) return 'reports-left';
  return state === 'closed' ? 'wrong-state' : 'may';
}

function inTracks<R extends string>(rowIn: (state: TrackState) => Row<R>): Readonly<Record<TrackState, Row<R>>> {
  return inEach(trackStates, rowIn);
}
