// Who may do what: one table of act, state of the thing and capacity. Every workflow asks it and nothing else; docs/permissions.md is made from it.
import { assetStates, isEnded, type AssetState } from './asset';
import { capacities, type Capacity, type Kind, type Position, type StateOf } from './capacities';
import { awaitsTriage, incidentStates, isSettled, leadsOn, type IncidentMove, type IncidentState } from './incident-moves';
import { classificationStates, type ClassificationState } from './classification';
import { trackStates, type TrackState } from './legal-track';
import { measureStates, type MeasureState } from './measure';
import { roles, type Role } from './person';

/** What an act is done to, and with what reasons it can be refused. */
interface On<K extends Kind, R extends string> {
  readonly kind: K;
  readonly refusal: R;
}

/** What people can do, each as the command is called. Acknowledging is two acts: IT and the nearest manager each do it for themselves (H40). */
interface Acts {
  readonly 'report-incident': On<'new', never>;
  readonly 'stop-report': On<'new', never>;
  readonly 'report-exercise': On<'new', 'not-allowed'>;
  readonly 'acknowledge-for-it': On<'incident', 'not-found' | 'not-allowed'>;
  readonly 'acknowledge-for-nearest-manager': On<'incident', 'not-found' | 'not-allowed'>;
  readonly 'triage-incident': On<'incident', HandlingRefusal>;
  readonly 'assign-incident': On<'incident', HandlingRefusal>;
  readonly 'ask-reporter': On<'incident', HandlingRefusal>;
  readonly 'answer-question': On<'incident', HandlingRefusal>;
  readonly 'note-incident': On<'incident', HandlingRefusal>;
  readonly 'add-attachment': On<'incident', HandlingRefusal>;
  readonly 'record-lesson': On<'incident', HandlingRefusal>;
  readonly 'add-measure': On<'incident', HandlingRefusal>;
  readonly 'link-assets': On<'incident', HandlingRefusal>;
  readonly 'link-incidents': On<'incident', HandlingRefusal>;
  readonly 'consult-on-incident': On<'incident', HandlingRefusal>;
  readonly 'restrict-incident': On<'incident', HandlingRefusal>;
  readonly 'correct-incident-knowledge': On<'incident', HandlingRefusal>;
  readonly 'handle-incident': On<'incident', HandlingRefusal>;
  readonly 'contain-incident': On<'incident', HandlingRefusal>;
  readonly 'restore-incident': On<'incident', HandlingRefusal>;
  readonly 'analyse-incident': On<'incident', HandlingRefusal>;
  readonly 'close-incident': On<'incident', HandlingRefusal>;
  readonly 'reopen-incident': On<'incident', HandlingRefusal>;
  readonly 'dismiss-incident': On<'incident', HandlingRefusal>;
  readonly 'hand-over-report': On<'incident', HandlingRefusal>;
  readonly 'receive-report': On<'incident', HandlingRefusal>;
  readonly 'record-board-receipt': On<'incident', HandlingRefusal>;
  readonly 'call-crisis-staff': On<'incident', HandlingRefusal>;
  readonly 'record-crisis-attendance': On<'incident', HandlingRefusal>;
  readonly 'record-crisis-decision': On<'incident', HandlingRefusal>;
  readonly 'end-crisis-staff': On<'incident', HandlingRefusal>;
  readonly 'set-registry-number': On<'incident', HandlingRefusal>;
  readonly 'decide-disposal': On<'incident', HandlingRefusal>;
  readonly 'register-asset': On<'new', 'not-allowed'>;
  readonly 'change-asset': On<'asset', 'not-allowed' | 'wrong-state'>;
  readonly 'submit-asset': On<'asset', 'not-allowed' | 'wrong-state'>;
  readonly 'start-decommission': On<'asset', 'not-allowed' | 'wrong-state'>;
  readonly 'finish-decommission': On<'asset', 'not-allowed' | 'wrong-state'>;
  readonly 'cancel-asset': On<'asset', 'not-allowed' | 'wrong-state'>;
  readonly 'submit-classification': On<'asset', 'not-allowed' | 'asset-is-draft' | 'wrong-state'>;
  readonly 'decide-classification': On<'classification', DecisionRefusal>;
  readonly 'return-classification': On<'classification', DecisionRefusal>;
  readonly 'answer-inquiry': On<'classification', 'not-allowed' | 'wrong-state'>;
  readonly 'comment-on-classification': On<'classification', 'not-allowed' | 'wrong-state'>;
  readonly 'withdraw-classification': On<'classification', 'not-allowed' | 'wrong-state'>;
  readonly 'answer-requirements-for-unit': On<'asset', 'not-allowed'>;
  readonly 'answer-requirements-for-it': On<'asset', 'not-allowed'>;
  readonly 'answer-requirements-for-supplier': On<'asset', 'not-allowed'>;
  readonly 'send-requirements': On<'asset', 'not-allowed'>;
  readonly 'delegate-decisions': On<'new', 'not-allowed' | 'data-protection-decides'>;
  readonly 'end-delegation': On<'delegation', 'not-allowed' | 'wrong-state'>;
  readonly 'change-legal-rules': On<'new', 'not-allowed'>;
  readonly 'propose-change': On<'new', never>;
  readonly 'answer-change-proposal': On<'new', 'not-allowed'>;
  readonly 'mark-yearly-task': On<'new', 'not-allowed'>;
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
  readonly 'propose-measure': On<'asset', 'not-allowed'>;
  readonly 'decide-measure': On<'measure', MeasureDecisionRefusal>;
  readonly 'decline-measure': On<'measure', MeasureDecisionRefusal>;
  readonly 'change-measure': On<'measure', HandlingRefusal>;
  readonly 'finish-measure': On<'measure', HandlingRefusal>;
  readonly 'check-measure': On<'measure', HandlingRefusal>;
  readonly 'drop-measure': On<'measure', HandlingRefusal>;
  readonly 'open-inventory': On<'new', 'not-allowed'>;
  readonly 'answer-inventory': On<'inventory', 'not-allowed' | 'wrong-state'>;
  readonly 'close-inventory': On<'inventory', 'not-allowed' | 'wrong-state'>;
}
type TrackRefusal = 'not-found' | 'not-allowed' | 'wrong-state' | 'not-decided';
/** Why somebody may not take a step in the handling of an incident. */
export type HandlingRefusal = 'not-found' | 'not-allowed' | 'wrong-state';
type MeasureDecisionRefusal = HandlingRefusal | 'own-proposal' | 'data-protection-decides';
type DecisionRefusal = 'not-allowed' | 'same-person' | 'data-protection-decides' | 'wrong-state';

export type Act = keyof Acts;
/** What can be done to a legal track. */
export type TrackAct = { readonly [A in Act]: Acts[A]['kind'] extends 'track' ? A : never }[Act];
/** What can be done to a measure. */
export type MeasureAct = { readonly [A in Act]: Acts[A]['kind'] extends 'measure' ? A : never }[Act];
/** Those of them that go for every measure, wherever it came from. */
export type HandledMeasureAct = Exclude<MeasureAct, 'decide-measure' | 'decline-measure'>;
/** What an act can be refused with. */
export type RefusalOf<A extends Act> = Acts[A]['refusal'];
/** What can be done about the requirements on an asset. */
export type RequirementAct = Extract<Act, `${string}-requirements${string}`>;
/** What is done in the handling of an incident. */
export type HandlingAct = {
  readonly [A in Act]: 'wrong-state' extends Acts[A]['refusal'] ? (Acts[A]['kind'] extends 'incident' ? A : never) : never;
}[Act];
type Refusal = Acts[Act]['refusal'];

/**
 * `may`; or the reason it is refused with; or `never`: holding this capacity permits nothing, and is what those are refused with whom another of their
 * capacities would let come further than a stranger.
 */
export type Cell<R extends string = Refusal> = 'may' | R | { readonly never: R };
export type Row<R extends string = Refusal> = Readonly<Record<Capacity, Cell<R>>>;

type Table = { readonly [A in Act]: Readonly<Record<StateOf[Acts[A]['kind']], Row<Acts[A]['refusal']>>> };

/** Of several capacities the one that comes furthest answers. */
const furthestFirst = ['may', 'reports-left', 'wrong-state', 'not-decided', 'asset-is-draft', 'not-allowed', 'not-found'] as const;

/** Those who answer for information, IT and the informationssäkerhetsansvarig keep the register. */
const registrars = ['accountable', 'it', 'information-security'] as const;
/** Those who answer for the very asset (H22). */
const answerable = ['information-owner', 'decider', 'custodian'] as const;
const drafters = [...registrars, ...answerable];
/** Outside draft the register is changed by those who answer for the asset, with the informationssäkerhetsansvarig as support (H37). */
const keepers = ['information-security', ...answerable] as const;
/** The business knows its information best (H32); the informationssäkerhetsansvarig may help to propose (H37). */
const proposers = ['accountable', ...keepers] as const;
/** IT does not say how sensitive the information of others is, whatever else somebody in IT is to the asset (H32). */
const notByIt = { it: { never: 'not-allowed' } } as const;
/** Nobody decides what they have proposed themselves (domain.md 5.3); the dataskyddsombud advises and watches, and decides nothing (H57). */
const impartially = { 'data-protection': { never: 'data-protection-decides' }, proposer: { never: 'same-person' } } as const;

/** Better one report too many: nobody is ever refused (H40, H52). */
const everybody: Row<never> = row<never>('may', {});

/** Nobody learns from a refusal whether an incident exists: to a stranger every one is "not found". */
const forIt: Row<'not-found' | 'not-allowed'> = row('not-found', { it: 'may', 'nearest-manager': 'not-allowed', handler: 'not-allowed' });
const forManager: Row<'not-found' | 'not-allowed'> = row('not-found', {
  it: 'not-allowed',
  'nearest-manager': 'may',
  handler: 'not-allowed'
});

/** Those who may read an incident, if it has to do with them: they are told that something is not theirs to do. */
const readers = [
  ...(['it', 'information-security', 'data-protection', 'security-protection'] as const),
  ...(['decider', 'reporter', 'nearest-manager', 'handler'] as const)
];
/** IT and the informationssäkerhetsansvarig handle incidents (H48, H51), and whoever it is assigned to. */
const handlers = ['it', 'information-security', 'handler'] as const;
/** Whoever reported has the picture or the mail, and whoever handles it gets more of them. */
const attachers = [...handlers, 'reporter'] as const;
/** The reporter answers questions; all others who read may add what they know, the independent as well (H57). */
const writers = readers.filter((capacity) => capacity !== 'reporter');

/** The informationssäkerhetsansvarig gives särskilda rapporter (H64), and whoever the incident is assigned to hands them over. */
const reporters = ['information-security', 'handler'] as const;

/** The säkerhetsskyddschef calls the krisstab (H55), as may the informationssäkerhetsansvarig and whoever the incident is assigned to. */
const crisisCallers = ['information-security', 'security-protection', 'handler'] as const;

/** The objektägare decides (H45), or whom they have let; no role does, the informationssäkerhetsansvarig's neither but by delegation (H37). */
const deciders = ['decider', 'deputy'] as const;
const toDecide: Row<DecisionRefusal> = row('not-allowed', { ...all(deciders, 'may'), ...impartially });
const decidedAlready: Row<DecisionRefusal> = row('not-allowed', { ...all(deciders, 'wrong-state'), ...impartially });
/** Whoever made a delegation ends it; the informationssäkerhetsansvarig may, and may not make one. */
const delegationKeepers = ['information-security', 'decider'] as const;
const decision = inClassifications((state) => (state === 'submitted' ? toDecide : decidedAlready));
/** Those who are asked, and whoever asked and has found out (H32, H37, H57). */
const answerers = ['information-security', 'data-protection', 'proposer'] as const;
/** What is done to a classification by those it is theirs to do for, in the states where it can be done. */
const onClassification = (who: readonly Capacity[], isTime: (state: ClassificationState) => boolean) =>
  inClassifications((state) => row<'not-allowed' | 'wrong-state'>('not-allowed', all(who, isTime(state) ? 'may' : 'wrong-state')));

/** The informationssäkerhetsansvarig leads (H51), the säkerhetsskyddschef has the contacts with authorities (H52): they keep the legal tracks. */
const trackKeepers = ['information-security', 'security-protection'] as const;
/** Beside them the one who decides knows of the track; to everybody else it does not exist. */
const forTrackKeepers = <R extends TrackRefusal | 'reports-left' = TrackRefusal>(cell: 'may' | R): Row<TrackRefusal | R> =>
  row<TrackRefusal | R>('not-found', { ...all(trackKeepers, cell), decider: 'not-allowed' });
const forTrackDecider = (cell: 'may' | TrackRefusal) =>
  row<TrackRefusal | 'own-assessment' | 'data-protection-decides'>('not-found', {
    ...all(trackKeepers, 'not-allowed'),
    decider: cell,
    'data-protection': impartially['data-protection'],
    proposer: { never: 'own-assessment' }
  });
const forInformer = (cell: 'may' | TrackRefusal) =>
  row<TrackRefusal | 'data-protection-decides'>('not-found', {
    ...all(trackKeepers, 'not-allowed'),
    decider: cell,
    'data-protection': impartially['data-protection']
  });
/** The dataskyddsombud's opinion is nobody else's to write (H57), and has no time when it is too late. */
const forAdviser: Row<TrackRefusal> = row('not-found', {
  ...all(trackKeepers, 'not-allowed'),
  decider: 'not-allowed',
  'data-protection': 'may'
});

const untilDecided: readonly TrackState[] = ['not-assessed', 'facts-missing', 'assessing'];
/** An upplysning may turn out to have been a precaution: until the notification new answers open the decision again. */
const untilNotified: readonly TrackState[] = [...untilDecided, 'to-report', 'not-to-report', 'warned'];
/** A row for every state of a track. */
function inTracks<R extends string>(rowIn: (state: TrackState) => Row<R>): Readonly<Record<TrackState, Row<R>>> {
  return Object.fromEntries(trackStates.map((state) => [state, rowIn(state)])) as Record<TrackState, Row<R>>;
}
const whileOpen = inTracks((state) => forTrackKeepers(state === 'closed' ? 'wrong-state' : 'may'));
/** What is done with a decision to report: not before it is made, nor when it was made not to. */
const onceToReport = (state: TrackState): 'may' | TrackRefusal => {
  if (untilDecided.includes(state)) return 'not-decided';
  return state === 'not-to-report' || state === 'closed' ? 'wrong-state' : 'may';
};
/** What the law asks for next is still to be sent in. */
const beforeLast: readonly TrackState[] = ['to-report', 'warned', 'progress-reported'];
const onceAllIsSent = (state: TrackState): 'may' | TrackRefusal | 'reports-left' => {
  if (untilDecided.includes(state)) return 'not-decided';
  if (beforeLast.includes(state)) return 'reports-left';
  return state === 'closed' ? 'wrong-state' : 'may';
};

/** Whoever handles the incident keeps its measures; to see that one is done is its owner's, who need not know the incident (H47). */
const forMeasureKeepers = (during: MeasureState) => inMeasures((state) => inMeasure(handlers, state === during ? 'may' : 'wrong-state'));

/** The head of the förvaltning, or whom they have let (H37), decides what is done about what its assets lack, and what risk is lived with (H47); a risk that was accepted is decided on again. */
const forMeasureDecider = inMeasures((state) =>
  row<MeasureDecisionRefusal>('not-found', {
    ...all(['information-security', 'measure-owner'], 'not-allowed'),
    ...all(deciders, state === 'proposed' || state === 'declined' ? 'may' : 'wrong-state'),
    'data-protection': impartially['data-protection'],
    proposer: { never: 'own-proposal' }
  })
);

export const permissions: Table = {
  'report-incident': { new: everybody },
  'stop-report': { new: everybody },
  'report-exercise': { new: row('not-allowed', all(['it', 'information-security'], 'may')) },
  'acknowledge-for-it': inEach(() => forIt),
  'acknowledge-for-nearest-manager': inEach(() => forManager),
  // Said again when more is known: the level can change until it is closed.
  'triage-incident': handling(handlers, (state) => state !== 'reported' && !isSettled(state)),
  'assign-incident': handling(handlers, isOpen),
  'ask-reporter': handling(handlers, isOpen),
  'answer-question': handling(['reporter'], isOpen),
  'note-incident': handling(writers, isOpen),
  'add-attachment': handling(attachers, isOpen),
  // What was learned is often seen only afterwards.
  'record-lesson': handling(handlers, (state) => !awaitsTriage(state)),
  'add-measure': handling(handlers, (state) => !awaitsTriage(state)),
  'link-assets': handling(handlers, isOpen),
  'link-incidents': handling(handlers, isOpen),
  'consult-on-incident': handling(['information-security'], isOpen),
  'restrict-incident': handling(['information-security'], isOpen),
  'correct-incident-knowledge': handling(handlers, isOpen),
  'handle-incident': handling(handlers, onTheWay('handle')),
  'contain-incident': handling(handlers, onTheWay('contain')),
  'restore-incident': handling(handlers, onTheWay('restore')),
  'analyse-incident': handling(handlers, onTheWay('analyse')),
  'close-incident': handling(handlers, onTheWay('close')),
  'reopen-incident': handling(handlers, onTheWay('reopen')),
  'dismiss-incident': handling(handlers, onTheWay('dismiss')),
  // A report is often received and dealt with after the incident was closed.
  'hand-over-report': handling(reporters, always),
  'receive-report': handling(['leadership'], always),
  'record-board-receipt': handling([...reporters, 'leadership'], always),
  'call-crisis-staff': handling(crisisCallers, isOpen),
  // What was decided is often written out when the worst is over.
  'record-crisis-attendance': handling(crisisCallers, always),
  'record-crisis-decision': handling(crisisCallers, always),
  'end-crisis-staff': handling(crisisCallers, always),
  'set-registry-number': handling(handlers, always),
  'decide-disposal': handling(['information-security'], isSettled),
  'register-asset': { new: row('not-allowed', all(registrars, 'may')) },
  // What is being phased out is still looked after.
  'change-asset': inAssets((state) => (state === 'draft' ? byDrafters('may') : byKeepers(hasEnded(state) ? 'wrong-state' : 'may'))),
  'submit-asset': inAssets((state) => (state === 'draft' ? byDrafters('may') : byKeepers('wrong-state'))),
  // Information is let go in order whether or not its class was ever decided; a draft is cancelled.
  'start-decommission': inAssets((state) => byKeepers(state === 'submitted' || state === 'active' ? 'may' : 'wrong-state')),
  'finish-decommission': inAssets((state) => byKeepers(state === 'decommissioning' ? 'may' : 'wrong-state')),
  'cancel-asset': inAssets((state) => {
    if (state === 'draft') return byDrafters('may');
    return row('not-allowed', { 'information-security': hasEnded(state) ? 'wrong-state' : 'may' });
  }),
  'submit-classification': inAssets((state) =>
    row('not-allowed', { ...all(proposers, state === 'draft' ? 'asset-is-draft' : hasEnded(state) ? 'wrong-state' : 'may'), ...notByIt })
  ),
  // Each answers for what is theirs: IT for the environment (H49), those who answer for the asset for their unit and for whom they have engaged (H33).
  'answer-requirements-for-unit': inAssets(() => row('not-allowed', all(answerable, 'may'))),
  'answer-requirements-for-it': inAssets(() => row('not-allowed', { it: 'may' })),
  'answer-requirements-for-supplier': inAssets(() => row('not-allowed', all(answerable, 'may'))),
  'send-requirements': inAssets(() => row('not-allowed', all(answerable, 'may'))),
  'decide-classification': decision,
  'return-classification': decision,
  'answer-inquiry': onClassification(answerers, (state) => state === 'waiting'),
  'comment-on-classification': onClassification(['information-security'], (state) => state === 'waiting'),
  'withdraw-classification': onClassification(['proposer'], (state) => state === 'waiting' || state === 'submitted'),
  'delegate-decisions': {
    new: row('not-allowed', { decider: 'may', 'data-protection': impartially['data-protection'] })
  },
  'end-delegation': {
    active: row('not-allowed', all(delegationKeepers, 'may')),
    ended: row('not-allowed', all(delegationKeepers, 'wrong-state'))
  },
  'change-legal-rules': { new: row('not-allowed', { 'information-security': 'may' }) },
  // Nobody is to make a rule of their own instead (H03).
  'propose-change': { new: everybody },
  'answer-change-proposal': { new: row('not-allowed', { 'information-security': 'may' }) },
  // Each their own tasks, and the informationssäkerhetsansvarig all of them: facingYearlyTask leaves out the roles of others.
  'mark-yearly-task': { new: row('not-allowed', all(roles, 'may')) },
  'open-track': { new: row('not-allowed', all(trackKeepers, 'may')) },
  'name-decider': whileOpen,
  'correct-track-knowledge': whileOpen,
  'answer-assessment': inTracks((state) => forTrackKeepers(untilNotified.includes(state) ? 'may' : 'wrong-state')),
  'decide-track': inTracks((state) => forTrackDecider(untilDecided.includes(state) ? 'may' : 'wrong-state')),
  'give-opinion': inTracks(() => forAdviser),
  'record-consultation': whileOpen,
  'fill-sheet': whileOpen,
  'record-submission': inTracks((state) => forTrackKeepers(state === 'final-reported' ? 'wrong-state' : onceToReport(state))),
  'record-receipt': inTracks((state) => forTrackKeepers(onceToReport(state))),
  'record-handled': whileOpen,
  'inform-concerned': inTracks((state) => forInformer(state === 'closed' ? 'wrong-state' : 'may')),
  'close-track': inTracks((state) => forTrackKeepers(onceAllIsSent(state))),
  // IT sees what the environment lacks (H49), those who answer for the asset what their unit does, and the informationssäkerhetsansvarig both (H37).
  'propose-measure': inAssets(() => row('not-allowed', all([...answerable, 'it', 'information-security'], 'may'))),
  'decide-measure': forMeasureDecider,
  'decline-measure': forMeasureDecider,
  'change-measure': forMeasureKeepers('open'),
  'finish-measure': inMeasures((state) => inMeasure(['measure-owner'], state === 'open' ? 'may' : 'wrong-state')),
  'check-measure': forMeasureKeepers('done'),
  'drop-measure': forMeasureKeepers('open'),
  'open-inventory': { new: row('not-allowed', { 'information-security': 'may' }) },
  // The unit's manager answers for their unit (H21), or the informationssäkerhetsansvarig on their word.
  'answer-inventory': whileInventoryIsOpen(['information-security', 'unit-head']),
  'close-inventory': whileInventoryIsOpen(['information-security'])
};

/** Whether somebody in this position handles the incident, in whatever state it is: they take out its documents. */
export function handlesIncident({ held }: Position<'incident'>): boolean {
  return handlers.some((capacity) => held.includes(capacity));
}

/** Why somebody in this position may not do it; `undefined` when they may. Prohibitions win over permissions. */
export function refusalTo<A extends Act>(act: A, { state, held }: Position<Acts[A]['kind']>): Acts[A]['refusal'] | undefined {
  const cells: Row<Acts[A]['refusal']> = permissions[act][state];
  const best = furthestFirst.find((answer) => held.some((capacity) => cells[capacity] === answer));
  const never = held.map((capacity) => cells[capacity]).find((cell) => typeof cell === 'object');
  if (typeof never === 'object' && (best === 'may' || best !== cells.employee)) return never.never;
  return best === 'may' ? undefined : best;
}

/** The roles that make a difference to who may do it: the only ones that need be known of whoever acts. */
export function rolesThatMatter(...acts: readonly Act[]): readonly Role[] {
  return roles.filter((role) => rowsOf(acts).some((cells) => cells[role] !== cells.employee));
}

/** The roles whose holders may never do it, whatever else they are. */
export function rolesBarredFrom(...acts: readonly Act[]): readonly Role[] {
  return roles.filter((role) => rowsOf(acts).some((cells) => typeof cells[role] === 'object'));
}

function rowsOf(acts: readonly Act[]): readonly Row[] {
  return acts.flatMap((act) => Object.values<Row>(permissions[act]));
}

type IncidentRows<R extends string> = Readonly<Record<IncidentState, Row<R>>>;

function inEach<R extends string>(rowIn: (state: IncidentState) => Row<R>): IncidentRows<R> {
  return Object.fromEntries(incidentStates.map((state) => [state, rowIn(state)])) as Record<IncidentState, Row<R>>;
}

function inClassifications<R extends string>(rowIn: (state: ClassificationState) => Row<R>): Readonly<Record<ClassificationState, Row<R>>> {
  return Object.fromEntries(classificationStates.map((state) => [state, rowIn(state)])) as Record<ClassificationState, Row<R>>;
}

function inAssets<R extends string>(rowIn: (state: AssetState) => Row<R>): Readonly<Record<AssetState, Row<R>>> {
  return Object.fromEntries(assetStates.map((state) => [state, rowIn(state)])) as Record<AssetState, Row<R>>;
}

function byDrafters(cell: 'may'): Row<'not-allowed' | 'wrong-state'> {
  return row<'not-allowed' | 'wrong-state'>('not-allowed', all(drafters, cell));
}

function byKeepers(cell: 'may' | 'wrong-state'): Row<'not-allowed' | 'wrong-state'> {
  return row<'not-allowed' | 'wrong-state'>('not-allowed', all(keepers, cell));
}

function hasEnded(state: AssetState): boolean {
  return isEnded({ state });
}

/** `who` may in the states where it can be done; others who read it are told that it is not theirs to do. */
function handling(who: readonly Capacity[], isTime: (state: IncidentState) => boolean): IncidentRows<HandlingRefusal> {
  return inEach((state) =>
    row<HandlingRefusal>('not-found', { ...all(readers, 'not-allowed'), ...all(who, isTime(state) ? 'may' : 'wrong-state') })
  );
}

/** To those who may not read the incident, and are not to do it, a measure does not exist. */
function inMeasure(who: readonly Capacity[], cell: 'may' | HandlingRefusal): Row<HandlingRefusal> {
  return row<HandlingRefusal>('not-found', { ...all([...readers, 'measure-owner'], 'not-allowed'), ...all(who, cell) });
}

function inMeasures<R extends string>(rowIn: (state: MeasureState) => Row<R>): Readonly<Record<MeasureState, Row<R>>> {
  return Object.fromEntries(measureStates.map((state) => [state, rowIn(state)])) as Record<MeasureState, Row<R>>;
}

function whileInventoryIsOpen(who: readonly Capacity[]): Table['answer-inventory'] {
  const rowIn = (cell: 'may' | 'wrong-state'): Row<'not-allowed' | 'wrong-state'> => row('not-allowed', all(who, cell));
  return { open: rowIn('may'), closed: rowIn('wrong-state') };
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

function row<R extends string>(otherwise: 'may' | R, cells: Readonly<Partial<Record<Capacity, Cell<R>>>>): Row<R> {
  return Object.fromEntries(capacities.map((capacity) => [capacity, cells[capacity] ?? otherwise])) as Record<Capacity, Cell<R>>;
}

function all<C extends Capacity, R extends string>(some: readonly C[], cell: R): Readonly<Record<C, R>> {
  return Object.fromEntries(some.map((capacity) => [capacity, cell])) as Record<C, R>;
}
