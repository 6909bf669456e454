// A small record on a provisioned site, written through the workflows and anchored on two days, and what a check of it says.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkLogDaily } from '../../src/service/daily-log-check';
import { openLog } from '../../src/service/log';
import { reportOnLog } from '../../src/service/log-report';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { commit, commitNew, newNumber, readMended } from '../../src/workflows/commit';
import type { Context } from '../../src/workflows/context';
import { reportIncident } from '../../src/workflows/report-incident';
import { asset, classification, incident } from '../lists/examples';
import { recordOver } from '../lists/record';
import { employee, openSite, owner, technician, type Site } from '../lists/site';

/** When everything in the record was written. */
export const writtenAt = '2026-11-23T14:40:00Z';

const folder = mkdtemp(path.join(tmpdir(), 'varna-record-'));
afterAll(async () => rm(await folder, { recursive: true }));

/** T-2026-0001 with four entries, K-2026-0001 with one, I-2026-0001 with two and I-2026-0002 with one; the fourth of T came on the second day. */
export async function openKeptRecord(): Promise<Site> {
  template ??= makeTemplate();
  copies += 1;
  const file = path.join(await folder, `${copies}.sqlite`);
  await copyFile(await template, file);
  return openSite({ file });
}

let template: Promise<string> | undefined;
let copies = 0;

async function makeTemplate(): Promise<string> {
  const file = path.join(await folder, 'template.sqlite');
  const site = await openSite({ file });
  const context = recordOver(site.asService());
  await writeRecord(context);
  await checkAt(site, '2026-11-23T20:00:00Z');
  await changeAsset(context, 'Det fjärde');
  await checkAt(site, '2026-11-24T20:00:00Z');
  await site.stop();
  return file;
}

async function writeRecord(context: Context): Promise<void> {
  const actor = { person: owner, roles: [] };
  const first = { actor, from: '', to: 'submitted' };
  await commitNew(context, context.assets, await newNumber(context, 'T'), (reference) => ({
    ...first,
    event: 'asset-registered',
    command: 'register',
    state: { ...asset(), reference }
  }));
  for (const name of ['Det andra', 'Det tredje']) await changeAsset(context, name);
  await commitNew(context, context.classifications, await newNumber(context, 'K'), (reference) => ({
    ...first,
    event: 'classification-submitted',
    command: 'classify',
    state: { ...classification(), reference }
  }));
  for (const command of ['first report', 'second report']) {
    const input = { report: incident().report, reportedAt: writtenAt };
    await reportIncident(context, { command, actor: { person: employee, roles: [] }, input });
  }
  const received = { reference: 'I-2026-0001', receiver: 'it' as const };
  await acknowledgeIncident(context, { command: 'receive', actor: { person: technician, roles: ['it'] }, input: received });
}

/** One more entry of T-2026-0001. */
export async function changeAsset(context: Context, name: string): Promise<void> {
  const standing = await readMended(context, context.assets, 'T-2026-0001');
  if (standing === undefined) throw new Error('T-2026-0001 is not in the log.');
  await commit(context, context.assets, 'T-2026-0001', standing, {
    event: 'asset-changed',
    command: `change to ${name}`,
    actor: { person: owner, roles: [] },
    from: 'submitted',
    to: 'submitted',
    state: { ...standing.state, name }
  });
}

/** The day's check, and what the service logs of it. */
export async function checkAt(site: Site, at: string): Promise<string> {
  const lines: string[] = [];
  await checkLogDaily({ sp: site.asService(), now: () => new Date(at), log: openLog({ write: (line) => void lines.push(line) }) });
  return lines.join('');
}

export interface Said {
  readonly left: number;
  /** Those that name a place. */
  readonly places: readonly string[];
  readonly all: string;
}

/** What `npm run verify-log` says in the morning of the third day. */
export async function verified(site: Site, { restores = false, at = '2026-11-25T07:00:00Z' } = {}): Promise<Said> {
  const lines: string[] = [];
  const left = await reportOnLog({ sp: site.asService(), now: () => new Date(at), restores, say: (line) => void lines.push(line) });
  return {
    left,
    places: lines.slice(
      0,
      lines.findIndex((line) => line.includes(' poster, '))
    ),
    all: lines.join('\n')
  };
}
