// The desk over HTTP: POST {service-url}/api/commands/{name}, and each answer read through its schema.
import { z } from 'zod';
import { Asset } from '../../domain/asset';
import { Classification } from '../../domain/classification';
import { Delegation } from '../../domain/delegation';
import { Incident } from '../../domain/incident';
import { Track } from '../../domain/legal-track';
import { eventCodes } from '../../domain/log';
import { refused } from '../../domain/outcome';
import { texts } from '../../i18n/text';
import type { Settings } from '../source';
import type { CommandAnswer, CommandName, CommandRefused, Commands, Desk, RefusalReason } from './desk';

/** What a sent request gives back; SPFx' HttpClientResponse and the browser's Response both do. */
interface Reply {
  readonly status: number;
  readonly json: () => Promise<unknown>;
}

/** A JSON body to send with POST, with a token of the signed-in person for `resource` (the service's application in Entra). */
export interface Sending {
  readonly url: string;
  readonly resource: string;
  readonly body: string;
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
  return {
    send: async (name, command, input) => {
      try {
        const { serviceUrl, apiResource } = await settings();
        if (serviceUrl === undefined || apiResource === undefined) throw new Error('The site has no service-url or api-resource set.');
        const url = `${serviceUrl.replace(/\/$/, '')}/api/commands/${name}`;
        return await answerOf(name, await post({ url, resource: apiResource, body: JSON.stringify({ command, input }) }));
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
        return refused('unreachable');
      }
    }
  };
}

const StoppedReport = z.object({ reference: z.string(), unitName: z.string(), during: z.enum(['report', 'classification']) });

const results: { readonly [N in CommandName]: (value: unknown) => Commands[N]['value'] } = {
  'report-incident': (value) => Incident.parse(value),
  'register-asset': (value) => Asset.parse(value),
  'change-asset': (value) => Asset.parse(value),
  'submit-asset': (value) => Asset.parse(value),
  'submit-classification': (value) => Classification.parse(value),
  'decide-classification': (value) => Classification.parse(value),
  'return-classification': (value) => Classification.parse(value),
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
  'triage-incident': (value) => Incident.parse(value),
  'stop-report': (value) => StoppedReport.parse(value),
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
  'close-track': (value) => Track.parse(value)
};

/** What somebody else did first is left out when a later service knows of more than this page does. */
const Refusal = z.object({
  ok: z.literal(false),
  reason: z.string(),
  by: z.string().optional(),
  at: z.string().optional(),
  event: z.enum(eventCodes).optional().catch(undefined)
});

async function answerOf<N extends CommandName>(name: N, reply: Reply): Promise<CommandAnswer<N>> {
  if (reply.status === 202) return { ok: true, kept: true };
  if (reply.status >= 500) return refused('unexpected');
  const body = await reply.json();
  if (reply.status === 200) return { ok: true, value: results[name](z.object({ value: z.unknown() }).parse(body).value) };
  return refusalOf(Refusal.safeParse(body));
}

function refusalOf(body: z.ZodSafeParseResult<z.infer<typeof Refusal>>): CommandRefused {
  if (!body.success || !hasWords(body.data.reason)) return refused('unexpected');
  const { reason, by, at, event } = body.data;
  return { ok: false, reason, by, at, event };
}

function hasWords(reason: string): reason is RefusalReason {
  return `refusal.${reason}` in texts.sv;
}
