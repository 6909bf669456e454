// Files of an incident as the record knows them: who adds them, how many, and that the timeline says what the log says.
import { attachmentLimits, type Attachment } from '../../src/domain/attachment';
import { attachmentsOf, handlingOf } from '../../src/domain/incident';
import { addAttachment, refusalToAttach, type AddAttachmentInput } from '../../src/workflows/add-attachment';
import { dismissIncident } from '../../src/workflows/dismiss-incident';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { assignIncident } from '../../src/workflows/assign-incident';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { reportIncident } from '../../src/workflows/report-incident';
import { triageIncident } from '../../src/workflows/triage-incident';
import { chainDeviations } from '../domain/log-rows';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const reference = 'I-2026-0001';

let commands = 0;
function by<I>(who: Who, input: I) {
  commands += 1;
  return { command: `command-${commands}`, actor: actor(who), input };
}

async function reported(): Promise<MemoryContext> {
  const context = memoryContext();
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData: 'no', description: '' } as const;
  await reportIncident(context, by('employee', { report, reportedAt: context.now() }));
  return context;
}

function picture(number = 0): AddAttachmentInput {
  const sha256 = String(number).padStart(64, '0');
  return { reference, name: 'Kuvertet.jpg', file: `Kuvertet ${number}.jpg`, kind: 'jpeg', size: 4711, sha256 };
}

async function files(context: MemoryContext): Promise<readonly Attachment[]> {
  const page = await context.incidents.read(reference);
  return page === undefined ? [] : attachmentsOf(page.state);
}

test('what the reporter adds stands in the record with its name, size and fingerprint, and in the timeline', async () => {
  const context = await reported();
  expect(await addAttachment(context, by('employee', picture()))).toMatchObject({ ok: true, notices: [] });
  const { reference: _reference, ...file } = picture();
  expect(await files(context)).toEqual([{ ...file, by: people.employee, at: context.now() }]);
  const page = await context.incidents.read(reference);
  expect(page && handlingOf(page.state).happenings).toMatchObject([
    { event: 'attachment-added', by: people.employee, text: 'Kuvertet.jpg' }
  ]);
  expect(context.entries.at(-1)).toMatchObject({ event: 'attachment-added', actorId: people.employee.id, reason: 'Kuvertet.jpg' });
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('whoever handles the incident is told of a file that somebody else adds, and not of their own', async () => {
  const context = await reported();
  await acknowledgeIncident(context, by('it', { reference, receiver: 'it' }));
  await assignIncident(context, by('it', { reference, handler: people.it.upn, reason: '' }));
  expect(await addAttachment(context, by('employee', picture(1)))).toMatchObject({
    ok: true,
    notices: [{ kind: 'incident-file', to: people.it.id, reference }]
  });
  expect(await addAttachment(context, by('it', picture(2)))).toMatchObject({ ok: true, notices: [] });
});

test('the same command again adds nothing, and would not be refused', async () => {
  const context = await reported();
  const request = by('employee', picture());
  await addAttachment(context, request);
  expect(await refusalToAttach(context, request)).toBeUndefined();
  expect(await addAttachment(context, request)).toMatchObject({ ok: true });
  expect(await files(context)).toHaveLength(1);
});

test('the same file under another name is there already', async () => {
  const context = await reported();
  await addAttachment(context, by('employee', picture()));
  const again = by('it', { ...picture(), name: 'Annat.jpg', file: 'Annat 2.jpg' });
  expect(await refusalToAttach(context, again)).toBe('file-known');
  expect(await addAttachment(context, again)).toMatchObject({ ok: false, reason: 'file-known' });
});

test('an incident takes as many files as the limit says and no more', async () => {
  const context = await reported();
  for (let number = 1; number <= attachmentLimits.files; number += 1) {
    expect(await addAttachment(context, by('employee', picture(number)))).toMatchObject({ ok: true });
  }
  const more = by('employee', picture(attachmentLimits.files + 1));
  expect(await refusalToAttach(context, more)).toBe('files-full');
  expect(await addAttachment(context, more)).toMatchObject({ ok: false, reason: 'files-full' });
  expect(await files(context)).toHaveLength(attachmentLimits.files);
});

test.each<[Who, string]>([
  ['stranger', 'not-found'],
  ['manager', 'not-allowed']
])('a file from the %s is refused before and when it is given', async (who, reason) => {
  const context = await reported();
  expect(await refusalToAttach(context, by(who, picture()))).toBe(reason);
  expect(await addAttachment(context, by(who, picture()))).toMatchObject({ ok: false, reason });
});

test('nothing is added to what is settled, or to what does not exist', async () => {
  const context = await reported();
  const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };
  await acknowledgeIncident(context, by('it', { reference, receiver: 'it' } as const));
  await triageIncident(
    context,
    incidentCategoryMeanings,
    by('it', { reference, category: 'misdirected', facts, severity: 'low', reason: '' } as const)
  );
  await dismissIncident(context, by('it', { reference, reason: 'Brevet kom rätt' }));
  expect(await refusalToAttach(context, by('employee', picture()))).toBe('wrong-state');
  expect(await refusalToAttach(context, by('employee', { ...picture(), reference: 'I-2026-0099' }))).toBe('not-found');
});
