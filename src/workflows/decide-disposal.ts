// The informationssäkerhetsansvarig decides that a settled incident may be disposed of, once its time is over; the decision itself is kept (arkivlagen 10 §, H56).
import { z } from 'zod';
import type { Disposal } from '../domain/disposal';
import { handlingLimits } from '../domain/handling';
import type { Incident } from '../domain/incident';
import { done, refused, type Outcome } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { letGoBy, retentionOf, type RetentionRule } from '../domain/retention';
import { writtenVisibly } from '../domain/written-text';
import { changeIncident, type StepTaken } from './change-incident';
import type { Answer, Context, Request } from './context';
import { tracksOf } from './tracks';

/** `reason` says what in the dokumenthanteringsplan lets it go. */
export const DecideDisposalInput = z.strictObject({ reference: numberIn('I'), reason: writtenVisibly(handlingLimits.reason) });
export type DecideDisposalInput = Readonly<z.infer<typeof DecideDisposalInput>>;

/** `tracks-kept`: it has legal tracks, whose documentation the law asks for (GDPR 33.5), so it is kept with them. */
type Fault = 'to-be-kept' | 'retention-left' | 'tracks-kept';

/** What the log holds is not taken away by it (docs/decisions/0031); from then on nobody but Informationssäkerhet reads the incident, and nothing is done with it. */
export async function decideDisposal(
  context: Context,
  rules: readonly RetentionRule[],
  request: Request<DecideDisposalInput>
): Promise<Answer<Incident, HandlingRefusal | Fault>> {
  const tracks = await tracksOf(context, request.input.reference);
  return changeIncident<Fault>(context, request, {
    act: 'decide-disposal',
    take: (incident, at) => (tracks.length === 0 ? disposed(incident, rules, request, at) : refused('tracks-kept')),
    notices: () => []
  });
}

function disposed(
  incident: Incident,
  rules: readonly RetentionRule[],
  { actor, input: { reason } }: Request<DecideDisposalInput>,
  at: string
): Outcome<StepTaken, Fault> {
  const letGo = letGoBy(retentionOf(incident, rules), at);
  if (!letGo.ok) return letGo;
  const { rule, until } = letGo.value;
  const disposal: Disposal = { by: actor.person, at, reason, rule: rule.id, source: rule.source, until };
  return done({ event: 'disposal-decided', text: reason, changes: { disposal } });
}
