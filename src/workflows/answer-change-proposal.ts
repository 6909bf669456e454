// The informationssäkerhetsansvarig takes a proposal into the next version or declines it, with the reason; whoever proposed it is told (H03, H35).
import { z } from 'zod';
import { facingNew } from '../domain/capacities';
import { changeProposalLimits, type ChangeProposal } from '../domain/change-proposal';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commit, overtakenBy, readMended } from './commit';
import { told, type Answer, type Context, type Request, type Told } from './context';

export const AnswerChangeProposalInput = z.strictObject({
  reference: numberIn('F'),
  accepted: z.boolean(),
  reason: writtenVisibly(changeProposalLimits.reason)
});
export type AnswerChangeProposalInput = Readonly<z.infer<typeof AnswerChangeProposalInput>>;

/** Answered once; whoever comes second is told who was first. */
export async function answerChangeProposal(
  context: Context,
  { command, actor, input }: Request<AnswerChangeProposalInput>
): Promise<Answer<ChangeProposal, 'not-allowed' | 'not-found'>> {
  const [known, page] = await Promise.all([
    alreadyDone(context, context.changeProposals, command),
    readMended(context, context.changeProposals, input.reference)
  ]);
  if (known !== undefined) return toldOfAnswer(known);
  const refusal = refusalTo('answer-change-proposal', facingNew(actor));
  if (refusal !== undefined) return refused(refusal);
  if (page === undefined) return refused('not-found');
  if (page.state.state !== 'proposed') return overtakenBy(page.last);
  const to = input.accepted ? 'accepted' : 'declined';
  const outcome = await commit(context, context.changeProposals, input.reference, page, {
    event: `change-${to}`,
    command,
    actor,
    from: 'proposed',
    to,
    reason: input.reason,
    state: { ...page.state, state: to, answered: { by: actor.person, at: context.now(), reason: input.reason } }
  });
  return outcome.ok ? toldOfAnswer(outcome.state) : outcome;
}

function toldOfAnswer(proposal: ChangeProposal): Told<ChangeProposal> {
  const { reference, subject, state, proposer, answered } = proposal;
  if (answered === undefined || answered.by.id === proposer.id) return told(proposal);
  return told(proposal, [
    { kind: 'change-answered', to: proposer.id, reference, subject, isAccepted: state === 'accepted', reason: answered.reason }
  ]);
}
