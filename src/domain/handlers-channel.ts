// The channel in Teams where those who handle incidents see each of them as one card, kept up to date.
import { z } from 'zod';
import { exerciseMark, markOf } from './exercise';
import { incidentKinds } from './incident';
import { incidentStates } from './incident-moves';
import type { Notice } from './notice';
import type { Role } from './person';

/** Stands where a notice names a person: a channel is told as one is. A made-up id (RFC 9562, version 8), so nobody's object id. */
export const handlersChannel = '7661726e-6100-8000-8000-000000000001';

/** Who says where incidents are shown. */
export const choosesChannel = ['it', 'information-security'] as const satisfies readonly Role[];

const Shown = z.object({
  reference: z.string().startsWith('I-'),
  state: z.enum(incidentStates),
  report: z.object({ kind: z.enum(incidentKinds) }),
  ...exerciseMark
});

/** What the channel is told of whatever came of a command: number, type and state of an incident, and nothing of anything else (design 4). */
export function channelNotices(value: unknown): readonly Notice[] {
  const shown = Shown.safeParse(value);
  if (!shown.success) return [];
  const { reference, state, report } = shown.data;
  return [{ kind: 'incident-in-channel', to: handlersChannel, ...markOf(shown.data), reference, incidentKind: report.kind, state }];
}
