// Somebody proposes that the classification model or the requirements be changed; the informationssäkerhetsansvarig is told (H03).
import { z } from 'zod';
import { changeProposalLimits, changeSubjects, type ChangeProposal, type ChangeSubject } from '../domain/change-proposal';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { alreadyDone, commitNew, newNumber } from './commit';
import { told, type Answer, type Context, type Request, type Told } from './context';

export const ProposeChangeInput = z.strictObject({
  subject: z.enum(changeSubjects),
  asset: numberIn('T').optional(),
  what: writtenVisibly(changeProposalLimits.what),
  why: writtenVisibly(changeProposalLimits.why)
});
export type ProposeChangeInput = Readonly<z.infer<typeof ProposeChangeInput>>;

/** Nobody is refused, so that nobody makes a rule of their own instead. `versions`: those in force. */
export async function proposeChange(
  context: Context,
  versions: Readonly<Record<ChangeSubject, string>>,
  { command, actor, input }: Request<ProposeChangeInput>
): Promise<Answer<ChangeProposal, never>> {
  const [known, number] = await Promise.all([alreadyDone(context, context.changeProposals, command), newNumber(context, 'F')]);
  if (known !== undefined) return toldOfProposal(context, known);
  const proposal = await commitNew(context, context.changeProposals, number, (reference) => ({
    event: 'change-proposed',
    command,
    actor,
    from: '',
    to: 'proposed',
    state: {
      ...input,
      reference,
      version: versions[input.subject],
      proposer: actor.person,
      proposedAt: context.now(),
      state: 'proposed' as const
    }
  }));
  return toldOfProposal(context, proposal);
}

/** What is proposed stands in the tab alone: nobody knows what somebody wrote. */
async function toldOfProposal({ directory }: Context, proposal: ChangeProposal): Promise<Told<ChangeProposal>> {
  const { reference, subject, proposer } = proposal;
  const officers = await directory.membersOf('information-security');
  const others = officers.filter(({ id }) => id !== proposer.id);
  return told(
    proposal,
    others.map(({ id: to }) => ({ kind: 'change-proposed', to, reference, subject, proposerName: proposer.name }))
  );
}
