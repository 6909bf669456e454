// The desk over HTTP: POST {service-url}/api/commands/{name}, files to /api/incidents/{number}/attachments, and each answer read through its schema.
import { z } from 'zod';
import { Asset } from '../../domain/asset';
import { Classification } from '../../domain/classification';
import { Delegation } from '../../domain/delegation';
import { Incident } from '../../domain/incident';
import { ImportedRows } from '../../domain/imported-rows';
import { Inventory, UnitAnswer } from '../../domain/inventory';
import { Track } from '../../domain/legal-track';
import { eventCodes } from '../../domain/log';
import { Measure } from '../../domain/measure';
import { refused } from '../../domain/outcome';
import { RequirementAnswers } from '../../domain/requirement-answers';
import { RuleChanges } from '../../domain/rule-changes';
import { ChangeProposal } from '../../domain/change-proposal';
import { YearlyMarks } from '../../domain/yearly-tasks';
import { isTextKey } from '../../i18n/text';
import type { Settings } from '../source';
import type { AttachAnswer, CommandAnswer, CommandName, CommandRefused, Commands, Desk, FileSent, RefusalReason } from './desk';

/** What a sent request gives back; SPFx' HttpClientResponse and the browser's Response both do. */
interface Reply {
  readonly status: number;
  readonly json: () => Promise<unknown>;
}

/** What to send with POST, with a token of the signed-in person for `resource` (the service's application in Entra). */
export interface Sending {
  readonly url: string;
  readonly resource: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Blob;
}

export interface CommandClientOptions {
  /** Where the service is reached and the resource its tokens are for; read for each command, since it is set on the site. */
  readonly settings: () => Promise<Pick<Settings, 'serviceUrl' | 'apiResource'>>;
  /** Rejects when nothing could be sent or nothing came back. */
  readonly post: (sending: Sending) => Promise<Reply>;
  /** Told what went wrong beneath a refusal, for the host's log. */
  readonly onError: (error: Error) => void;
}

export function commandDesk({ settings, post, onError }: CommandClientOptions): Desk {
  const ask = async <A>(path: string, sent: Pick<Sending, 'headers' | 'body'>, read: (reply: Reply) => Promise<A>) => {
    try {
      const { serviceUrl, apiResource } = await settings();
      if (serviceUrl === undefined || apiResource === undefined) throw new Error('The site has no service-url or api-resource set.');
      return await read(await post({ url: `${serviceUrl.replace(/\/$/, '')}/api/${path}`, resource: apiResource, ...sent }));
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      return refused('unreachable' as const);
    }
  };
  return {
    send: (name, command, input) =>
      ask(`commands/${name}`, { headers: jsonHeaders, body: JSON.stringify({ command, input }) }, (reply) => answerOf(name, reply)),
    attach: ({ reference, command, name, content }) =>
      ask(`incidents/${reference}/attachments`, { headers: fileHeaders(command, name), body: content }, attachedOf)
  };
}

const jsonHeaders = { 'Content-Type': 'application/json' } as const;

/** The name goes percent-encoded: a header has no room for more than Latin letters. */
function fileHeaders(command: FileSent['command'], name: string): Sending['headers'] {
  return {
    'Content-Type': 'application/octet-stream',
    'Idempotency-Key': command,
    'X-File-Name': encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '_'))
  };
}

const StoppedReport = z.object({
  reference: z.string(),
  unitName: z.string(),
  during: z.enum(['report', 'classification', 'registration'])
});

const results: { readonly [N in CommandName]: (value: unknown) => Commands[N]['value'] } = {
  'report-incident': (value) => Incident.parse(value),
  'register-asset': (value) => Asset.parse(value),
  'import-assets': (value) => ImportedRows.parse(value),
  'change-asset': (value) => Asset.parse(value),
  'submit-asset': (value) => Asset.parse(value),
  'start-decommission': (value) => Asset.parse(value),
  'finish-decommission': (value) => Asset.parse(value),
  'cancel-asset': (value) => Asset.parse(value),
  'submit-classification': (value) => Classification.parse(value),
  'answer-requirements': (value) => RequirementAnswers.parse(value),
  'send-requirements': (value) => RequirementAnswers.parse(value),
  'decide-classification': (value) => Classification.parse(value),
  'return-classification': (value) => Classification.parse(value),
  'answer-inquiry': (value) => Classification.parse(value),
  'comment-on-classification': (value) => Classification.parse(value),
  'withdraw-classification': (value) => Classification.parse(value),
  'open-inventory': (value) => Inventory.parse(value),
  'answer-inventory': (value) => UnitAnswer.parse(value),
  'close-inventory': (value) => Inventory.parse(value),
  'delegate-decisions': (value) => Delegation.parse(value),
  'end-delegation': (value) => Delegation.parse(value),
  'acknowledge-incident': (value) => Incident.parse(value),
  'answer-question': (value) => Incident.parse(value),
  'ask-reporter': (value) => Incident.parse(value),
  'assign-incident': (value) => Incident.parse(value),
  'close-incident': (value) => Incident.parse(value),
  'consult-on-incident': (value) => Incident.parse(value),
  'dismiss-incident': (value) => Incident.parse(value),
  'link-assets': (value) => Incident.parse(value),
  'link-incidents': (value) => Incident.parse(value),
  'move-incident': (value) => Incident.parse(value),
  'note-incident': (value) => Incident.parse(value),
  'reopen-incident': (value) => Incident.parse(value),
  'restrict-incident': (value) => Incident.parse(value),
  'correct-incident-knowledge': (value) => Incident.parse(value),
  'triage-incident': (value) => Incident.parse(value),
  'hand-over-report': (value) => Incident.parse(value),
  'receive-report': (value) => Incident.parse(value),
  'call-crisis-staff': (value) => Incident.parse(value),
  'record-crisis-attendance': (value) => Incident.parse(value),
  'record-crisis-decision': (value) => Incident.parse(value),
  'end-crisis-staff': (value) => Incident.parse(value),
  'record-board-receipt': (value) => Incident.parse(value),
  'set-registry-number': (value) => Incident.parse(value),
  'decide-disposal': (value) => Incident.parse(value),
  'stop-report': (value) => StoppedReport.parse(value),
  'change-legal-rules': (value) => RuleChanges.parse(value),
  'propose-change': (value) => ChangeProposal.parse(value),
  'answer-change-proposal': (value) => ChangeProposal.parse(value),
  'mark-yearly-task': (value) => YearlyMarks.parse(value),
  'open-track': (value) => Track.parse(value),
  'name-decider': (value) => Track.parse(value),
  'correct-track-knowledge': (value) => Track.parse(value),
  'answer-assessment': (value) => Track.parse(value),
  'decide-track': (value) => Track.parse(value),
  'give-opinion': (value) => Track.parse(value),
  'record-consultation': (value) => Track.parse(value),
  'fill-sheet': (value) => Track.parse(value),
  'record-submission': (value) => Track.parse(value),
  'record-receipt': (value) => Track.parse(value),
  'record-handled': (value) => Track.parse(value),
  'inform-concerned': (value) => Track.parse(value),
  'close-track': (value) => Track.parse(value),
  'report-exercise': (value) => Incident.parse(value),
  'record-lesson': (value) => Incident.parse(value),
  'add-measure': (value) => Measure.parse(value),
  'propose-measure': (value) => Measure.parse(value),
  'decide-measure': (value) => Measure.parse(value),
  'decline-measure': (value) => Measure.parse(value),
  'change-measure': (value) => Measure.parse(value),
  'check-measure': (value) => Measure.parse(value),
  'drop-measure': (value) => Measure.parse(value),
  'finish-measure': (value) => Measure.parse(value)
};

/** What somebody else did first is left out when a later service knows of more than this page does. */
const Refusal = z.object({
  ok: z.literal(false),
  reason: z.string(),
  by: z.string().optional(),
  at: z.string().optional(),
  named: z.string().optional(),
  event: z.enum(eventCodes).optional().catch(undefined)
});

function answerOf<N extends CommandName>(name: N, reply: Reply): Promise<CommandAnswer<N>> {
  return readAnswer(reply, results[name]);
}

function attachedOf(reply: Reply): Promise<AttachAnswer> {
  return readAnswer(reply, (value) => Incident.parse(value));
}

/** 503 comes with a reason from the service itself, and without one from whoever stands in front of it. */
async function readAnswer<V>(
  reply: Reply,
  parse: (value: unknown) => V
): Promise<{ readonly ok: true; readonly value: V } | { readonly ok: true; readonly kept: true } | CommandRefused> {
  if (reply.status === 202) return { ok: true, kept: true };
  if (reply.status >= 500)
    return refusalOf(Refusal.safeParse(reply.status === 503 ? await reply.json().catch(() => undefined) : undefined));
  const body = await reply.json();
  if (reply.status === 200) return { ok: true, value: parse(z.object({ value: z.unknown() }).parse(body).value) };
  return refusalOf(Refusal.safeParse(body));
}

function refusalOf(body: z.ZodSafeParseResult<z.infer<typeof Refusal>>): CommandRefused {
  if (!body.success || !hasWords(body.data.reason)) return refused('unexpected');
  const { reason, by, at, event, named } = body.data;
  return { ok: false, reason, by, at, event, named };
}

function hasWords(reason: string): reason is RefusalReason {
  return isTextKey(`refusal.${reason}`);
}
