// Proposals to change the model or the requirements: who is told, who answers, once, and what is kept (H03).
import type { Answer } from '../../src/workflows/context';
import { answerChangeProposal, AnswerChangeProposalInput } from '../../src/workflows/answer-change-proposal';
import { proposeChange, ProposeChangeInput } from '../../src/workflows/propose-change';
import { chainDeviations } from '../domain/log-rows';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = keyof typeof people;

let commands = 0;
const by = <I>(who: Who, input: I, command = `command-${(commands += 1)}`) => ({ command, actor: actor(who), input });
const versions = { model: 'Haparanda 1.1', requirements: 'Haparanda 1.0' };
const wish = { subject: 'model', asset: 'T-2026-0001', what: 'Fråga om pärmar', why: 'Vi har mest papper' } as const;
const propose = (context: MemoryContext, who: Who = 'manager', command?: string) =>
  proposeChange(context, versions, by(who, wish, command));
const answer = (context: MemoryContext, accepted: boolean, who: Who = 'securityOfficer', command?: string) =>
  answerChangeProposal(context, by(who, { reference: 'F-2026-0001', accepted, reason: 'Tas upp i april' }, command));
const outcome = (given: Answer<unknown, string>): string => (given.ok ? 'done' : given.reason);

test('anybody proposes a change, against the version in force, and the informationssäkerhetsansvarig is told without its content', async () => {
  const context = memoryContext();
  const proposed = await propose(context, 'employee');
  expect(proposed).toEqual({
    ok: true,
    value: {
      ...wish,
      reference: 'F-2026-0001',
      version: 'Haparanda 1.1',
      proposer: people.employee,
      proposedAt: context.now(),
      state: 'proposed'
    },
    notices: [
      {
        kind: 'change-proposed',
        to: people.securityOfficer.id,
        reference: 'F-2026-0001',
        subject: 'model',
        proposerName: people.employee.name
      }
    ]
  });
  const requirements = await proposeChange(context, versions, by('it', { ...wish, subject: 'requirements', asset: undefined }));
  expect(requirements).toMatchObject({ value: { reference: 'F-2026-0002', version: 'Haparanda 1.0' } });
});

test('the same command again is the same proposal', async () => {
  const context = memoryContext();
  expect(await propose(context, 'manager', 'once')).toEqual(await propose(context, 'manager', 'once'));
  expect(context.entries).toHaveLength(1);
});

test.each([
  [true, 'accepted'],
  [false, 'declined']
])('it is answered with a reason, and whoever proposed it is told', async (isAccepted, state) => {
  const context = memoryContext();
  await propose(context);
  const answered = { by: people.securityOfficer, at: context.now(), reason: 'Tas upp i april' };
  const given = await answer(context, isAccepted, 'securityOfficer', 'once');
  const told = { to: people.manager.id, reference: 'F-2026-0001', subject: 'model', isAccepted, reason: 'Tas upp i april' };
  expect(given).toMatchObject({ value: { state, answered }, notices: [{ kind: 'change-answered', ...told }] });
  expect(await answer(context, isAccepted, 'securityOfficer', 'once')).toEqual(given);
  expect(context.entries.at(-1)).toMatchObject({ event: `change-${state}`, reason: 'Tas upp i april' });
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('it is answered once, by nobody else, and only when there is one', async () => {
  const context = memoryContext();
  expect(outcome(await answer(context, true))).toBe('not-found');
  await propose(context);
  expect(outcome(await answer(context, true, 'director'))).toBe('not-allowed');
  await answer(context, true);
  expect(await answer(context, false)).toMatchObject({ reason: 'overtaken', by: people.securityOfficer.name, event: 'change-accepted' });
});

test('nobody is told of what they have done themselves', async () => {
  const context = memoryContext();
  expect(await propose(context, 'securityOfficer')).toMatchObject({ notices: [] });
  expect(await answer(context, true)).toMatchObject({ notices: [] });
});

test('what nobody can see is no proposal and no reason', () => {
  expect(ProposeChangeInput.safeParse({ ...wish, why: '\u200B' }).success).toBe(false);
  expect(ProposeChangeInput.safeParse({ ...wish, asset: 'I-2026-0001' }).success).toBe(false);
  expect(AnswerChangeProposalInput.safeParse({ reference: 'F-2026-0001', accepted: true, reason: ' ' }).success).toBe(false);
});
