// What a report costs in time, against writing the two rows bare.
import type { SPFI } from '@pnp/sp';
import { randomUUID } from 'node:crypto';
import { appToken } from '../../src/identity/app-token';
import { connectWithToken } from '../../src/lists/connect';
import { delegationRegister } from '../../src/lists/delegations';
import { ruleRegister } from '../../src/lists/rule-changes';
import { yearlyRegister } from '../../src/lists/yearly-marks';
import { changeProposalRegister } from '../../src/lists/change-proposals';
import { trackRegister } from '../../src/lists/tracks';
import { measureRegister } from '../../src/lists/measures';
import { inventoryRegister } from '../../src/lists/inventories';
import { requirementAnswersRegister } from '../../src/lists/requirement-answers';
import { unitAnswerRegister } from '../../src/lists/unit-answers';
import { incidentRegister } from '../../src/lists/incidents';
import { logRegister } from '../../src/lists/log';
import { assetRegister } from '../../src/lists/assets';
import { classificationRegister } from '../../src/lists/classifications';
import { actorOf } from '../../src/local/example/teller';
import { openMunicipality, type Municipality } from '../../src/local/municipality';
import type { Context } from '../../src/workflows/context';
import { reportIncident } from '../../src/workflows/report-incident';
import type { Figure } from './figure';
import { inFolder } from './folder';

const reports = 40;

/** The record needs two rows, the log's and the incident's; everything beyond that is looking before leaping and setting readers. */
export function incidentReport(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const municipality = await openMunicipality({ folder, firstPort: 7570, fresh: true, chats: [], say: () => undefined });
    try {
      return await measured(municipality);
    } finally {
      await municipality.stop();
    }
  });
}

async function measured(municipality: Municipality): Promise<Figure[]> {
  const sp = connection(municipality);
  const context = contextOver(sp);
  await report(context);
  const started = performance.now();
  for (let n = 0; n < reports; n += 1) await report(context);
  const reported = (performance.now() - started) / reports;
  return [
    {
      name: 'time of a report in the record',
      value: reported,
      unit: 'ms',
      peer: 'two rows written bare on the same stand-in',
      peerValue: await bareRows(sp)
    }
  ];
}

function connection({ settings }: Municipality): SPFI {
  const token = appToken({ ...settings, scope: `${new URL(settings.site).origin}/.default` });
  return connectWithToken({ site: settings.site, token });
}

function contextOver(sp: SPFI): Context {
  return {
    log: logRegister(sp),
    incidents: incidentRegister(sp),
    assets: assetRegister(sp),
    classifications: classificationRegister(sp),
    delegations: delegationRegister(sp),
    tracks: trackRegister(sp),
    measures: measureRegister(sp),
    requirementAnswers: requirementAnswersRegister(sp),
    inventories: inventoryRegister(sp),
    unitAnswers: unitAnswerRegister(sp),
    rules: ruleRegister(sp),
    yearly: yearlyRegister(sp),
    changeProposals: changeProposalRegister(sp),
    directory: {
      person: () => Promise.resolve(undefined),
      nearestManager: () => Promise.resolve(actorOf('manager').person),
      membersOf: () => Promise.resolve([actorOf('it').person]),
      unitOf: () => Promise.resolve(undefined),
      unit: () => Promise.resolve(undefined),
      units: () => Promise.resolve([]),
      roster: () => Promise.resolve([]),
      crisisPlan: () => Promise.resolve({ participants: [], unread: 0 })
    },
    now: () => '2026-11-23T14:40:00Z'
  };
}

function report(context: Context): Promise<unknown> {
  return reportIncident(context, {
    command: randomUUID(),
    actor: actorOf('employee'),
    input: {
      report: { kind: 'sent-wrong', when: 'just-now', where: 'Outlook', ongoing: 'no', personalData: 'no', description: 'Fel mottagare.' },
      reportedAt: '2026-11-23T14:39:00Z'
    }
  });
}

async function bareRows(sp: SPFI): Promise<number> {
  const list = sp.web.getList('/sites/informationssakerhet/Lists/Organisation');
  const started = performance.now();
  for (let n = 0; n < reports * 2; n += 1) await list.items.add({ Title: `Rad ${n}`, Kod: `bare-${n}` });
  return (performance.now() - started) / reports;
}
