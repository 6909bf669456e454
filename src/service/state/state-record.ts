// One thing the service keeps, as it stands in a backup: the same whatever keeps it.
import { z } from 'zod';
import { languages } from '../../domain/language';
import { Notice } from '../../domain/notice';
import { awakeFrom } from '../../domain/waking-hours';
import { escalationRules } from '../../reference/escalation';
import type { Settlement } from './service-state';

const moment = z.iso.datetime({ precision: 3 });

export const WaitingRecord = z.strictObject({
  kind: z.literal('waiting-command'),
  command: z.string(),
  name: z.string(),
  actor: z.string(),
  input: z.unknown(),
  receivedAt: moment,
  attempts: z.int().nonnegative(),
  takeUpAt: moment
});

/** That a command was settled: its content is gone, and so is whoever gave it when nobody may be named. */
export const SettledRecord = z.strictObject({
  kind: z.literal('settled-command'),
  command: z.string(),
  name: z.string(),
  actor: z.string().optional(),
  receivedAt: moment,
  outcome: z.enum(['done', 'refused']),
  settledAt: moment
});

/** `order` tells notices that were put at the same moment apart. */
export const UnsentRecord = z.strictObject({
  kind: z.literal('unsent-notice'),
  id: z.string(),
  at: moment,
  order: z.int().nonnegative(),
  notice: Notice
});

export const SentRecord = z.strictObject({ kind: z.literal('sent-notice'), id: z.string(), person: z.string(), sentAt: moment });

export const ConversationRecord = z.strictObject({
  kind: z.literal('conversation'),
  personId: z.string(),
  serviceUrl: z.string(),
  conversationId: z.string(),
  tenantId: z.string(),
  botId: z.string(),
  locale: z.string().optional()
});

export const LanguageRecord = z.strictObject({ kind: z.literal('language'), person: z.string(), language: z.enum(languages) });

/** A card that is kept up to date where it stands. */
export const ShownCardRecord = z.strictObject({
  kind: z.literal('shown-card'),
  conversationId: z.string(),
  reference: z.string(),
  activityId: z.string(),
  says: z.string()
});

/** The latest run of a job that was completed, by the time it was due. */
const JobRecord = z.strictObject({ kind: z.literal('job'), job: z.string(), due: moment, doneAt: moment });

export const StateRecord = z.discriminatedUnion('kind', [
  WaitingRecord,
  SettledRecord,
  UnsentRecord,
  SentRecord,
  ConversationRecord,
  LanguageRecord,
  ShownCardRecord,
  JobRecord
]);
export type StateRecord = Readonly<z.infer<typeof StateRecord>>;

/** What is told together: `command` is the key it is told under. */
export type Telling = Pick<Settlement, 'command' | 'at' | 'notices'>;

/** The notices as they wait, each once. Somebody who is both IT and the nearest manager is told in both capacities, and whoever heads several units of each. */
export function unsentOf({ command, at, notices }: Telling): readonly z.infer<typeof UnsentRecord>[] {
  const byId = new Map(notices.map((notice) => [noticeId(command, notice), notice]));
  return [...byId].map(([id, notice], order) => ({ kind: 'unsent-notice', id, at: toldFrom(notice, at), order, notice }));
}

/** Whom a severity calls for is told in the morning, where it can wait until then. What people tell each other goes at once. */
function toldFrom(notice: Notice, at: string): string {
  if (notice.kind !== 'incident-raised') return at;
  return new Date(awakeFrom(at, escalationRules.answer[notice.severity].waking)).toISOString();
}

function noticeId(command: string, notice: Notice): string {
  const capacity = 'receiver' in notice ? notice.receiver : '';
  const which = notice.kind === 'inventory-asked' ? notice.reference : capacity;
  return [command, notice.to, notice.kind, which].join(' ');
}
