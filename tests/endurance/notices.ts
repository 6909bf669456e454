// Which notices the record owes to whom, and whether each was sent: at least once, and once in practice.
import { Asset } from '../../src/domain/asset';
import { Classification } from '../../src/domain/classification';
import { Incident } from '../../src/domain/incident';
import type { LogEntry } from '../../src/domain/log';
import { Measure } from '../../src/domain/measure';
import { requirementsOf, type RequirementActor } from '../../src/domain/requirements';
import { requirementCatalogue } from '../../src/reference/requirement-catalogue';
import type { Connector } from '../bot/connector';
import { cardsSince, noticeIn, type ShownNotice } from './chats';
import { repeated } from './findings';
import type { Promises } from './promises';
import { deciders, technicians } from './workplace';

export interface Sent {
  readonly owed: number;
  readonly sent: number;
  /** Owed and never sent. */
  readonly missing: readonly string[];
  /** Sent though nobody had to be told. */
  readonly strange: readonly string[];
  readonly duplicates: number;
}

export function countNotices(connector: Connector, log: readonly LogEntry[], promises: Promises): Sent {
  const sent = cardsSince(connector)
    .flatMap((shown) => noticeIn(shown) ?? [])
    .filter(({ kind }) => !byTheClock.includes(kind))
    .map(inWords);
  const { owed, allowed } = owedBy(log, promises);
  const missing = [...owed].filter((notice) => !sent.includes(notice));
  const strange = [...new Set(sent)].filter((notice) => !owed.has(notice) && !allowed.has(notice));
  return { owed: owed.size, sent: sent.length, missing, strange, duplicates: repeated(sent).length };
}

/** What the service tells by itself, when it is time: a long run comes past the morning, and nobody answers in it. */
const byTheClock: readonly ShownNotice['kind'][] = [
  'incident-reminder',
  'incident-escalated',
  'incident-digest',
  'track-reminder',
  'measure-reminder',
  'owner-vacant',
  'decisions-waiting',
  'classes-to-reconsider',
  'inventory-asked',
  'supplier-late',
  'yearly-reminder'
];

/** `allowed`: a report whose reporter was not answered may have been carried out after its process was killed, and is then told of. */
function owedBy(log: readonly LogEntry[], { reports }: Promises): { readonly owed: Set<string>; readonly allowed: Set<string> } {
  const kept = new Set(reports.flatMap(({ command, wasKept }) => (wasKept ? [command] : [])));
  const later = log.flatMap(({ event, command, aggregate, actorId: to }) =>
    event === 'incident-reported' ? [{ command, notice: inWords({ to, kind: 'incident-registered', about: aggregate }) }] : []
  );
  const byTheRecord = [...log.flatMap(owedFor), ...log.flatMap((entry) => owedByClass(entry, log))].map(inWords);
  const owed = [...byTheRecord, ...later.flatMap(({ command, notice }) => (kept.has(command) ? [notice] : []))];
  return { owed: new Set(owed), allowed: new Set(later.map(({ notice }) => notice)) };
}

/** Those who are to answer what a raised class asks anew: nobody answers any requirement in a run. */
function owedByClass({ event, aggregate: about, sequence, state }: LogEntry, log: readonly LogEntry[]): ShownNotice[] {
  const before = log.find((entry) => entry.aggregate === about && entry.sequence === sequence - 1);
  if (event !== 'asset-class-decided' || before === undefined) return [];
  const [was, is] = [Asset.parse(before.state), Asset.parse(state)];
  if (was.profile === undefined) return [];
  const isAskedMore = (actor: RequirementActor): boolean => {
    const known = requirementsOf(requirementCatalogue, was, actor);
    return requirementsOf(requirementCatalogue, is, actor).some((requirement) => !known.includes(requirement));
  };
  const answerable = [is.informationOwner, is.objectOwner, is.custodian].filter((person) => person !== undefined);
  const asked = [...(isAskedMore('unit') ? answerable : []), ...(isAskedMore('it') ? technicians : [])];
  return [...new Set(asked.map(({ id }) => id))].map((to) => ({ to, kind: 'requirements-raised', about }));
}

function owedFor({ event, aggregate: about, reason, state }: LogEntry): ShownNotice[] {
  switch (event) {
    case 'incident-reported': {
      const manager = Incident.parse(state).nearestManager;
      const told: ShownNotice[] = technicians.map(({ id: to }) => ({ to, kind: event, about: `${about} it` }));
      return manager === undefined ? told : [...told, { to: manager.id, kind: event, about: `${about} nearest-manager` }];
    }
    case 'incident-acknowledged':
      return [{ to: Incident.parse(state).reporter.id, kind: event, about: `${about} ${reason}` }];
    case 'classification-submitted':
      return [{ to: Classification.parse(state).decider.id, kind: event, about }, ...owedToHead(Classification.parse(state))];
    case 'classification-decided':
      return [{ to: Classification.parse(state).proposer.id, kind: event, about }, ...owedToHead(Classification.parse(state))];
    case 'classification-returned':
      return [{ to: Classification.parse(state).proposer.id, kind: event, about }];
    case 'measure-proposed': {
      const { decider } = Measure.parse(state);
      return decider === undefined ? [] : [{ to: decider.id, kind: 'measure-moved', about }];
    }
    case 'exercise-reported':
    case 'classification-inquiry-answered':
    case 'classification-commented':
    case 'classification-withdrawn':
    case 'incident-triaged':
    case 'incident-assigned':
    case 'reporter-asked':
    case 'reporter-answered':
    case 'incident-noted':
    case 'attachment-added':
    case 'lesson-learned':
    case 'assets-linked':
    case 'incidents-linked':
    case 'incident-consulted':
    case 'incident-restricted':
    case 'incident-knowledge-corrected':
    case 'incident-moved':
    case 'incident-closed':
    case 'incident-reopened':
    case 'incident-dismissed':
    case 'incident-escalated':
    case 'report-handed-over':
    case 'report-received':
    case 'report-treated':
    case 'crisis-staff-called':
    case 'crisis-attendance-recorded':
    case 'crisis-decision-recorded':
    case 'crisis-staff-ended':
    case 'registry-number-set':
    case 'disposal-decided':
    case 'report-stopped':
    case 'asset-registered':
    case 'asset-changed':
    case 'asset-submitted':
    case 'asset-class-decided':
    case 'asset-decommission-started':
    case 'asset-decommissioned':
    case 'asset-cancelled':
    case 'classification-replaced':
    case 'decisions-delegated':
    case 'delegation-ended':
    case 'log-anchored':
    case 'legal-rules-changed':
    case 'requirements-answered':
    case 'requirements-sent':
    case 'inventory-opened':
    case 'unit-asked':
    case 'unit-answered':
    case 'inventory-closed':
    case 'change-proposed':
    case 'change-accepted':
    case 'change-declined':
    case 'yearly-task-done':
    case 'yearly-task-undone':
    case 'measure-decided':
    case 'measure-declined':
    case 'track-opened':
    case 'track-decider-named':
    case 'track-knowledge-corrected':
    case 'track-assessed':
    case 'track-decided':
    case 'track-opinion-given':
    case 'track-consulted':
    case 'track-sheet-written':
    case 'track-report-sent':
    case 'track-receipt-kept':
    case 'track-incident-handled':
    case 'track-informing-decided':
    case 'track-closed':
    case 'measure-added':
    case 'measure-changed':
    case 'measure-done':
    case 'measure-checked':
    case 'measure-dropped':
    case 'measure-readers-changed':
      return [];
  }
}

/** The head of the förvaltning, of what could be serious: when it is proposed, and when it is decided. */
function owedToHead({ reference, profile, decider, state }: Classification): ShownNotice[] {
  const head = deciders.find(({ owner }) => owner.id === decider.id)?.departmentHead;
  if (head === undefined || !Object.values(profile).includes('serious')) return [];
  return [{ to: head.id, kind: 'classification-serious', about: state === 'submitted' ? reference : `${reference} decided` }];
}

function inWords({ to, kind, about }: ShownNotice): string {
  return `${kind} ${about} to ${to}`;
}
