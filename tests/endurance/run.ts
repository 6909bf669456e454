// One endurance run: people at work, bad weather, kills; then calm, and the record held against what people were answered.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import { openConnector, type Connector } from '../bot/connector';
import { chanceFrom, type Chance } from './chance';
import { keepAsset } from './classifying';
import { installBot, type Doors } from './doors';
import { compare, disagreements, readRecord, type Findings } from './findings';
import { killer } from './kills';
import { countNotices, type Sent } from './notices';
import { noPromises, type Promises } from './promises';
import { readerFaults } from './readers';
import { receiver } from './receiving';
import { openRecordSite, type RecordSite } from './record-site';
import { reportThroughApi, reportThroughBot, type Reporting } from './reporting';
import { buildService, serviceProcess, type ServiceProcess } from './service-process';
import { startWeather } from './weather';
import { everybody, managers, reporters, technicians } from './workplace';

export interface RunOptions {
  /** How often the service is killed. */
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface Outcome {
  readonly promises: Promises;
  readonly findings: Findings;
  readonly notices: Sent;
  readonly killedAt: ReadonlyMap<string, number>;
  readonly struck: ReadonlyMap<string, number>;
  readonly complaints: ReadonlyMap<string, number>;
  readonly entries: number;
  readonly incidents: number;
  readonly milliseconds: number;
}

/** Everything is in a folder of its own, which is taken away afterwards, and on loopback. */
export async function endure(options: RunOptions): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-endurance-'));
  const site = await openRecordSite(folder);
  const connector = await openConnector();
  const statePath = path.join(folder, 'service.sqlite');
  const service = serviceProcess(await buildService(), site.environment(statePath));
  try {
    await service.start();
    return await endureIn({ site, connector, service, statePath }, options);
  } finally {
    await service.kill();
    await connector.close();
    await site.stop();
    await rm(folder, { recursive: true });
  }
}

interface Place {
  readonly site: RecordSite;
  readonly connector: Connector;
  readonly service: ServiceProcess;
  readonly statePath: string;
}

async function endureIn(place: Place, { kills, seed, say }: RunOptions): Promise<Outcome> {
  const { site, connector, service } = place;
  const started = performance.now();
  const chance = chanceFrom(seed);
  const promises = noPromises();
  const doors: Doors = { serviceUrl: service.url, chatUrl: connector.serviceUrl, tokenOf: site.tokenOf, promises, chance: chance.branch() };
  for (const person of everybody) await installBot(doors, person);
  const people = startWork({ doors, connector, chance: chance.branch() });
  const weather = startWeather({ site, connector, chance: chance.branch() });
  const killedAt = await killOften({ ...place, chance: chance.branch() }, kills, say);
  await weather.clear();
  await longOutage(site);
  say('calm; people finish what they have in hand');
  await people.stop();
  say('waiting until nothing is left to do');
  const left = await drained(place);
  const findings = await findingsIn(place, promises);
  const record = await readRecord(site.asService());
  return {
    promises,
    findings: { ...findings, broken: [...findings.broken, ...left] },
    notices: countNotices(connector, record.log, promises),
    killedAt,
    struck: weather.struck,
    complaints: service.complaints,
    entries: record.log.length,
    incidents: record.incidents.length,
    milliseconds: performance.now() - started
  };
}

/**
 * Longer than sending waits for an answer by itself (src/lists/sending.ts), and after the last start: what fails now is not taken up by another one, but
 * has to be tried again.
 */
async function longOutage(site: RecordSite): Promise<void> {
  await site.goAway('closed');
  await pause(12_000);
  await site.comeBack();
}

async function killOften(
  killing: Place & { readonly chance: Chance },
  kills: number,
  say: (line: string) => void
): Promise<Map<string, number>> {
  const killedAt = new Map<string, number>();
  const killOnce = killer(killing);
  for (let kill = 1; kill <= kills; kill += 1) {
    const point = await killOnce();
    killedAt.set(point, (killedAt.get(point) ?? 0) + 1);
    if (kill % 25 === 0) say(`killed ${kill} of ${kills} times`);
  }
  return killedAt;
}

interface Work {
  /** Resolves when everybody has put down what they had in hand. */
  readonly stop: () => Promise<void>;
}

function startWork(reporting: Reporting): Work {
  const { doors, chance } = reporting;
  let isStopped = false;
  const over = async (work: () => Promise<unknown>, least: number, most: number): Promise<void> => {
    while (!isStopped) {
      await work();
      await pause(chance.between(least, most));
    }
  };
  const working = [
    ...reporters.map((person) =>
      over(() => (chance.happens(0.5) ? reportThroughBot(reporting, person) : reportThroughApi(reporting, person)), 1_500, 9_000)
    ),
    ...[...technicians, ...managers].map((person) => over(receiver(reporting, person), 50, 500)),
    over(() => keepAsset({ doors, chance }), 200, 1_500),
    over(() => keepAsset({ doors, chance }), 200, 1_500)
  ];
  return {
    stop: async () => {
      isStopped = true;
      await Promise.all(working);
    }
  };
}

/** Retries wait a minute at most (src/service/pace.ts), and who is throttled by Teams as long: what stands still for longer is stuck. Milliseconds. */
const longestStandstill = 180_000;
/** A command that fails for ever moves for ever. */
const longestDrain = 1_800_000;

/** Waits until neither inbox nor outbox holds anything, and stops the service. What is left over, in words. */
async function drained({ service, statePath }: Place): Promise<string[]> {
  const state = openSqliteState(statePath);
  const left = async (): Promise<string[]> => {
    const [inbox, outbox] = await Promise.all([state.inbox.nextDue(), state.outbox.nextDue()]);
    return [
      ...(inbox === undefined ? [] : [`a command waits for ${inbox}`]),
      ...(outbox === undefined ? [] : [`a notice waits for ${outbox}`])
    ];
  };
  const began = performance.now();
  let remains = await left();
  let moved = began;
  while (remains.length > 0 && performance.now() - moved < longestStandstill && performance.now() - began < longestDrain) {
    await pause(250);
    const now = await left();
    if (now.join() !== remains.join()) moved = performance.now();
    remains = now;
  }
  await state.close();
  const code = await service.stop();
  return [
    ...remains,
    ...(code === 0 ? [] : [`the service, told to stop, ended with ${code ?? 'a signal'}`]),
    ...(service.ownEnds() === 0 ? [] : [`the service ended by itself ${service.ownEnds()} times`])
  ];
}

async function findingsIn({ site }: Place, promises: Promises): Promise<Findings> {
  const sp = site.asService();
  const record = await readRecord(sp);
  const broken = [...(await disagreements(sp)), ...(await readerFaults(site, record.incidents))];
  return { ...compare(record, promises), broken };
}
