// The states of an incident and the moves between them, as one table (domain.md 5.3, Incident).

/** Rapporterad, mottagen, triage, under hantering, begränsad, återställd, analys, stängd, återöppnad, avförd. */
export const incidentStates = [
  'reported',
  'received',
  'triage',
  'handling',
  'contained',
  'restored',
  'analysis',
  'closed',
  'reopened',
  'dismissed'
] as const;
export type IncidentState = (typeof incidentStates)[number];

interface MoveRule {
  readonly from: readonly IncidentState[];
  readonly to: IncidentState;
}

/**
 * Every way from one state to another. A stage where there is nothing to do is passed by: a letter that went to the wrong address has no operation to
 * restore. Dismissed is no end: what was taken for nothing can turn out to be something.
 */
export const incidentMoves = {
  acknowledge: { from: ['reported'], to: 'received' },
  triage: { from: ['received'], to: 'triage' },
  handle: { from: ['triage', 'reopened'], to: 'handling' },
  contain: { from: ['handling'], to: 'contained' },
  restore: { from: ['handling', 'contained'], to: 'restored' },
  analyse: { from: ['handling', 'contained', 'restored'], to: 'analysis' },
  close: { from: ['analysis'], to: 'closed' },
  reopen: { from: ['closed', 'dismissed'], to: 'reopened' },
  dismiss: { from: ['triage'], to: 'dismissed' }
} as const satisfies Readonly<Record<string, MoveRule>>;

export type IncidentMove = keyof typeof incidentMoves;

/** Those that a handler makes by saying so, and nothing more. */
export const stages = ['handle', 'contain', 'restore', 'analyse'] as const satisfies readonly IncidentMove[];
export type Stage = (typeof stages)[number];

/** Whether the table has this move from this state. */
export function leadsOn(move: IncidentMove, state: IncidentState): boolean {
  return isOneOf(incidentMoves[move].from, state);
}

/** Closed and dismissed: nothing is done with it until it is reopened. */
export function isSettled(state: IncidentState): boolean {
  return leadsOn('reopen', state);
}

/** Nobody has yet said what it is and how severe. */
export function awaitsTriage(state: IncidentState): boolean {
  return state === 'reported' || state === 'received';
}

function isOneOf(states: readonly IncidentState[], state: IncidentState): boolean {
  return states.includes(state);
}
