// How many requests a report and a decision cost, and that being cut off after any one of them leaves nothing that repeating it does not complete.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import { assetHash } from '../../src/domain/asset';
import { classificationHash } from '../../src/domain/classification';
import { chainDeviations } from '../domain/log-rows';
import { readAssets } from '../../src/lists/assets';
import { readClassifications } from '../../src/lists/classifications';
import { readIncidents } from '../../src/lists/incidents';
import { readLog } from '../../src/lists/log';
import { writeOrganisation } from '../../src/lists/organisation';
import type { Row } from '../../src/lists/rows';
import { verifyLog } from '../../src/service/log-verification';
import { commitNew, newNumber } from '../../src/workflows/commit';
import type { Context } from '../../src/workflows/context';
import { decideClassification, type DecideClassificationInput } from '../../src/workflows/decide-classification';
import { reportIncident } from '../../src/workflows/report-incident';
import { asset, classification, delegated, incident } from './examples';
import { recordOver } from './record';
import { colleague, employee, manager, officer, openSite, owner, privacyOfficer, technician, type Site } from './site';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.stop());

interface Counted {
  readonly sp: SPFI;
  readonly asked: string[];
}

/** The site as the service; the request after the first `most`, and every one after it, gets no answer, and the last before that is cut off when done. */
function counted(most = Number.POSITIVE_INFINITY): Counted {
  const asked: string[] = [];
  const through: typeof fetch = async (...request) => {
    asked.push(new Request(...request).url);
    if (asked.length > most) throw new TypeError('the process was stopped');
    const answer = await fetch(...request);
    if (asked.length === most) throw new TypeError('the process was stopped');
    return answer;
  };
  return { sp: site.asService({ fetch: through, wait: () => Promise.reject(new Error('the process was stopped')) }), asked };
}

function statesOf<S>(rows: readonly Row<S>[]): (S | 'broken')[] {
  return rows.map((row) => (row.broken ? 'broken' : row.state));
}

describe('a report', () => {
  const request = {
    command: 'b7f0f9a8-0000-4000-8000-000000000001',
    actor: { person: employee, roles: [] },
    input: { report: incident().report, reportedAt: '2026-11-23T14:39:00Z' }
  };

  test('costs four requests, its readers included, when nothing is known beforehand', async () => {
    await writeOrganisation(site.asService(), [{ code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit' }]);
    const { sp, asked } = counted();
    const { value, notices } = await reportIncident(recordOver(sp), request);
    expect(value).toMatchObject({ reference: 'I-2026-0001', unitName: 'Hemtjänsten' });
    expect(notices).toHaveLength(2);
    expect(asked).toHaveLength(4);
    for (const person of [employee, manager, technician, officer]) expect(await readIncidents(site.as(person))).toHaveLength(1);
    await expect(readIncidents(site.as(colleague))).rejects.toMatchObject({ reason: 'not-found' });
  });

  test.each([1, 2, 3, 4])(
    'that is cut off at request %i is completed by giving it again: one entry, one row, all its readers',
    async (most) => {
      await expect(reportIncident(recordOver(counted(most).sp), request)).rejects.toThrow();
      for (const person of [colleague, owner]) await expect(readIncidents(site.as(person))).rejects.toMatchObject({ reason: 'not-found' });
      expect((await reportIncident(recordOver(site.asService()), request)).value.reference).toBe('I-2026-0001');
      expect(await readLog(site.as(officer))).toHaveLength(1);
      for (const person of [employee, manager, technician, officer]) {
        expect(statesOf(await readIncidents(site.as(person)))).toMatchObject([{ reference: 'I-2026-0001' }]);
      }
      await expect(readIncidents(site.as(colleague))).rejects.toMatchObject({ reason: 'not-found' });
    }
  );
});

describe('a decision', () => {
  const stands = asset();
  const profile = classification().profile;

  /** An asset with a decided class, and a new classification of it that waits. */
  async function waiting(
    context: Context,
    decider = manager
  ): Promise<{ readonly reference: string; readonly asset: string; readonly contentHash: string }> {
    const actor = { person: owner, roles: [] };
    const first = await commitNew(context, context.assets, await newNumber(context, 'T'), (reference) => ({
      event: 'asset-registered',
      command: 'register',
      actor,
      from: '',
      to: 'submitted',
      state: { ...stands, reference, state: 'active' as const, classification: 'K-2026-0001', profile }
    }));
    const submitted = async (command: string, state: 'decided' | 'submitted') =>
      commitNew(context, context.classifications, await newNumber(context, 'K'), (reference) => {
        const content = { ...classification(), asset: first.reference, assetHash: assetHash(first) };
        const contentHash = classificationHash(content);
        return {
          event: 'classification-submitted',
          command,
          actor,
          from: '',
          to: state,
          state: { ...content, contentHash, reference, state, decider }
        };
      });
    await submitted('classify', 'decided');
    const { reference, asset: number, contentHash } = await submitted('classify again', 'submitted');
    return { reference, asset: number, contentHash };
  }

  const requestFor = (input: DecideClassificationInput) => ({
    command: 'b7f0f9a8-0000-4000-8000-000000000002',
    actor: { person: manager, roles: [] },
    input
  });

  async function expectAllDone(): Promise<void> {
    const sp = site.as(officer);
    expect(statesOf(await readClassifications(sp))).toMatchObject([{ state: 'replaced' }, { state: 'decided', decidedBy: manager }]);
    expect(statesOf(await readAssets(sp))).toMatchObject([{ state: 'active', classification: 'K-2026-0002' }]);
    expect((await verifyLog(site.asService(), { now: () => new Date(), witnessed: [] })).findings).toEqual([]);
    const entries = statesOf(await readLog(sp)).flatMap((entry) => (entry === 'broken' ? [] : [entry]));
    expect(entries).toHaveLength(6);
    for (const { reference } of [stands, { reference: 'K-2026-0001' }, { reference: 'K-2026-0002' }]) {
      expect(chainDeviations(entries.filter(({ aggregate }) => aggregate === reference))).toEqual([]);
      const { log, assets, classifications } = recordOver(site.asService());
      const shown = await (reference.startsWith('T') ? assets : classifications).shows(reference);
      expect(shown).toMatchObject({ hash: (await log.latest(reference))?.hash });
    }
  }

  /** The line organisation is read beside the record where the class is serious. */
  const isOfTheRecord = (url: string): boolean => !url.includes('Organisation');

  test('costs three requests, with the class it replaces, when nothing is known beforehand', async () => {
    const input = await waiting(recordOver(site.asService()));
    const { sp, asked } = counted();
    expect(await decideClassification(recordOver(sp), requestFor(input))).toMatchObject({ ok: true });
    expect(asked.filter(isOfTheRecord)).toHaveLength(3);
    await expectAllDone();
  });

  test('in the place of somebody else costs three requests too, and the list shows by which delegation', async () => {
    const context = recordOver(site.asService());
    const input = await waiting(context);
    const delegation = await commitNew(context, context.delegations, await newNumber(context, 'D'), (reference) => ({
      event: 'decisions-delegated',
      command: 'delegate',
      actor: { person: manager, roles: [] },
      from: '',
      to: 'active',
      state: { ...delegated(), reference }
    }));
    const { sp, asked } = counted();
    const request = {
      ...requestFor({ ...input, delegation: delegation.reference }),
      actor: { person: technician, roles: [] }
    };
    expect(await decideClassification(recordOver(sp), request)).toMatchObject({ ok: true });
    expect(asked.filter(isOfTheRecord)).toHaveLength(3);
    const [, decided] = statesOf(await readClassifications(site.as(officer)));
    expect(decided).toMatchObject({ decidedBy: technician, decider: manager, byDelegation: 'D-2026-0001' });
  });

  test.each([1, 2, 3])('that is cut off at request %i is completed by giving it again', async (most) => {
    const input = await waiting(recordOver(site.asService()));
    await expect(decideClassification(recordOver(counted(most).sp), requestFor(input))).rejects.toThrow();
    expect(await decideClassification(recordOver(site.asService()), requestFor(input))).toMatchObject({ ok: true });
    await expectAllDone();
  });

  test('by somebody who has come to data protection since is refused, at the cost of one request', async () => {
    const input = await waiting(recordOver(site.asService()), privacyOfficer);
    const { sp, asked } = counted();
    const outcome = await decideClassification(recordOver(sp), { ...requestFor(input), actor: { person: privacyOfficer, roles: [] } });
    expect(outcome).toEqual({ ok: false, reason: 'data-protection-decides' });
    expect(asked).toHaveLength(1);
  });

  test('of another asset than the one that was seen is refused, be they ever so alike', async () => {
    const context = recordOver(site.asService());
    const input = await waiting(context);
    const twin = await commitNew(context, context.assets, await newNumber(context, 'T'), (reference) => ({
      event: 'asset-registered',
      command: 'register twin',
      actor: { person: owner, roles: [] },
      from: '',
      to: 'submitted',
      state: { ...stands, reference }
    }));
    const outcome = await decideClassification(context, requestFor({ ...input, asset: twin.reference }));
    expect(outcome).toMatchObject({ ok: false, reason: 'changed-meanwhile' });
  });

  test.each(['asset-class-decided', 'classification-replaced'])(
    'whose entry %s the log refused is completed by giving it again',
    async (event) => {
      const context = recordOver(site.asService());
      const input = await waiting(context);
      let refusals = 1;
      const refusing: Context = {
        ...context,
        log: {
          ...context.log,
          append: (entry) => (entry.event === event && refusals-- > 0 ? Promise.reject(new Error('refused')) : context.log.append(entry))
        }
      };
      await expect(decideClassification(refusing, requestFor(input))).rejects.toThrow('refused');
      const later = { ...context, now: () => '2026-11-23T14:50:00Z' };
      expect(await decideClassification(later, requestFor(input))).toMatchObject({ ok: true });
      await expectAllDone();
    }
  );
});
