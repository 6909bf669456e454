// What a report costs: requests to SharePoint, and time against writing the two rows bare.
import type { SPFI } from '@pnp/sp';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appToken } from '../../src/identity/app-token';
import { connectWithToken } from '../../src/lists/connect';
import { incidentRegister } from '../../src/lists/incidents';
import { logRegister } from '../../src/lists/log';
import { assetRegister } from '../../src/lists/assets';
import { classificationRegister } from '../../src/lists/classifications';
import { actorOf } from '../../src/local/example/story';
import { openMunicipality, type Municipality } from '../../src/local/municipality';
import type { Context } from '../../src/workflows/context';
import { reportIncident } from '../../src/workflows/report-incident';
import type { Figure } from './figure';

const reports = 40;

/** The record needs two rows, the log's and the incident's; everything beyond that is looking before leaping and setting readers. */
export async function incidentReport(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-bench-'));
  const municipality = await openMunicipality({ folder, firstPort: 7570, fresh: true, chats: [], say: () => undefined });
  try {
    return await measured(municipality);
  } finally {
    await municipality.stop();
    await rm(folder, { recursive: true });
  }
}

async function measured(municipality: Municipality): Promise<Figure[]> {
  const counted = countingFetch();
  const sp = connection(municipality, counted.fetch);
  const context = contextOver(sp);
  await report(context);
  counted.reset();
  const started = performance.now();
  for (let n = 0; n < reports; n += 1) await report(context);
  const reported = (performance.now() - started) / reports;
  const requests = counted.count() / reports;
  return [
    { name: 'SharePoint requests for a report', value: requests, unit: 'requests', peer: 'the two rows it must write', peerValue: 2 },
    {
      name: 'time of a report in the record',
      value: reported,
      unit: 'ms',
      peer: 'two rows written bare on the same stand-in',
      peerValue: await bareRows(sp)
    }
  ];
}

function connection({ settings }: Municipality, fetch: typeof globalThis.fetch): SPFI {
  const token = appToken({ ...settings, scope: `${new URL(settings.site).origin}/.default` });
  return connectWithToken({ site: settings.site, token, fetch });
}

function contextOver(sp: SPFI): Context {
  return {
    log: logRegister(sp),
    incidents: incidentRegister(sp),
    assets: assetRegister(sp),
    classifications: classificationRegister(sp),
    directory: {
      person: () => Promise.resolve(undefined),
      nearestManager: () => Promise.resolve(actorOf('manager').person),
      membersOf: () => Promise.resolve([actorOf('it').person]),
      unitOf: () => Promise.resolve(undefined),
      unit: () => Promise.resolve(undefined)
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

function countingFetch(): { readonly fetch: typeof globalThis.fetch; readonly count: () => number; readonly reset: () => void } {
  let requests = 0;
  return {
    fetch: (input, init) => {
      requests += 1;
      return globalThis.fetch(input, init);
    },
    count: () => requests,
    reset: () => {
      requests = 0;
    }
  };
}
