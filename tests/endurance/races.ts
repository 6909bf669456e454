// Two instances of the service over one site, each with a state of its own, in which people do the same thing at the same moment: one wins, the other is told.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Asset } from '../../src/domain/asset';
import { Classification } from '../../src/domain/classification';
import { Incident } from '../../src/domain/incident';
import { eventCodes, type LogEntry } from '../../src/domain/log';
import type { Person } from '../../src/domain/person';
import { classificationModel as model } from '../../src/reference/classification-model';
import { chanceFrom, type Chance } from './chance';
import { answers, contentOf } from './classifying';
import { giveAndSee, type Doors } from './doors';
import { disagreements, readRecord } from './findings';
import { noPromises, type Given } from './promises';
import { openRecordSite, type RecordSite } from './record-site';
import { newReport } from './reporting';
import { buildService, serviceProcess } from './service-process';
import { custodian, deciders, managers, reporters, technicians } from './workplace';

export interface RaceOptions {
  /** Each has one race for a receipt and one for a decision. */
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface RaceOutcome {
  readonly rounds: number;
  /** Races won through the first and the second instance. */
  readonly wins: readonly [number, number];
  /** What those who came second were told. */
  readonly told: ReadonlyMap<string, number>;
  /** Everything that must not be, in words. */
  readonly faults: readonly string[];
  readonly milliseconds: number;
}

type Instance = 0 | 1;
const instances = [0, 1] as const;

/** Neither instance knows of the other but by what stands in the record. */
export async function race(options: RaceOptions): Promise<RaceOutcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-races-'));
  const site = await openRecordSite(folder);
  const bundle = await buildService();
  const services = instances.map((number) => serviceProcess(bundle, site.environment(path.join(folder, `service-${number}.sqlite`))));
  const chance = chanceFrom(options.seed);
  const common = { chatUrl: '', tokenOf: site.tokenOf, promises: noPromises() };
  const [first, second] = services.map(({ url }): Doors => ({ ...common, serviceUrl: url, chance: chance.branch() }));
  try {
    for (const service of services) await service.start();
    if (first === undefined || second === undefined) throw new Error('There are to be two instances.');
    return await raceThrough(site, { doors: [first, second], chance }, options);
  } finally {
    for (const service of services) await service.kill();
    await site.stop();
    await rm(folder, { recursive: true });
  }
}

interface Course {
  readonly doors: readonly [Doors, Doors];
  readonly chance: Chance;
}

/** Each person gives a command or two in a round, and the service takes 120 of one person in a minute (src/service/limits.ts). Milliseconds. */
const shortestRound = 1_050;

async function raceThrough(site: RecordSite, course: Course, { rounds, say }: RaceOptions): Promise<RaceOutcome> {
  const started = performance.now();
  const wins: [number, number] = [0, 0];
  const told = new Map<string, number>();
  const faults: string[] = [];
  const note = ({ winner, words, fault }: Judged): void => {
    if (winner !== undefined) wins[winner] += 1;
    told.set(words, (told.get(words) ?? 0) + 1);
    if (fault !== undefined) faults.push(fault);
  };
  const assets = await assetsOf(course);
  for (let round = 1; round <= rounds; round += 1) {
    const paced = pause(shortestRound);
    note(await raceForReceipt(course));
    note(await raceForDecision(course, course.chance.pick(assets)));
    await paced;
    if (round % 100 === 0) say(`${round} of ${rounds} rounds`);
  }
  const { log } = await readRecord(site.asService());
  faults.push(...notOnce(log, rounds), ...(await disagreements(site.asService())));
  return { rounds, wins, told, faults, milliseconds: performance.now() - started };
}

interface Judged {
  readonly winner: Instance | undefined;
  /** What whoever came second was told. */
  readonly words: string;
  readonly fault?: string;
}

/** Often at the very same moment, else one a little after the other, by chance through either instance. */
async function together(chance: Chance, give: (instance: Instance) => Promise<Given>): Promise<readonly [Given, Given]> {
  const late = chance.pick(instances);
  const delay = chance.happens(0.6) ? 0 : chance.between(1, 150);
  const after = async (instance: Instance): Promise<Given> => {
    if (instance === late && delay > 0) await pause(delay);
    return give(instance);
  };
  return Promise.all([after(0), after(1)]);
}

/** Two technicians receive one incident, and its manager too, who stands in nobody's way. */
async function raceForReceipt({ doors, chance }: Course): Promise<Judged> {
  const report = { report: newReport(chance), reportedAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z') };
  const reported = await giveAndSee(chance.pick(doors), chance.pick(reporters), 'report-incident', report);
  const { reference, nearestManager } = Incident.parse(reported.value);
  const byManager = { reference, receiver: 'nearest-manager' };
  const manager = managers.find(({ id }) => id === nearestManager?.id);
  const [both, third] = await Promise.all([
    together(chance, (instance) =>
      giveAndSee(doors[instance], technicians[instance], 'acknowledge-incident', { reference, receiver: 'it' })
    ),
    manager && giveAndSee(chance.pick(doors), manager, 'acknowledge-incident', byManager)
  ]);
  if (third?.ending !== 'done')
    return { winner: undefined, words: 'the manager was refused', fault: inWords(reference, third === undefined ? [] : [third]) };
  return judgeReceipt(reference, both);
}

/** Both are shown the incident as it stands, which names the one who was first. */
function judgeReceipt(reference: string, both: readonly [Given, Given]): Judged {
  const named = both.map(({ value }) => Incident.safeParse(value).data?.acknowledgedByIt);
  const winner = instances.find((instance) => named[0]?.by.id === technicians[instance].id);
  const agree = named[0] !== undefined && named[0].by.id === named[1]?.by.id && named[0].at === named[1].at;
  if (winner === undefined || !agree) return { winner, words: 'not who was first', fault: inWords(reference, both) };
  return { winner, words: 'the incident as it stands, with who received it and when' };
}

/** The objektägare decides on one device while the same person decides, or sends back, on another: two keys, one classification. */
async function raceForDecision({ doors, chance }: Course, { asset, owner }: RacedAsset): Promise<Judged> {
  const proposal = { asset, model: model.version, answers: answers(chance) };
  const submitted = await giveAndSee(chance.pick(doors), custodian, 'submit-classification', proposal);
  const { reference, contentHash } = Classification.parse(submitted.value);
  const kinds = [chance.happens(0.5), chance.happens(0.5)];
  const both = await together(chance, (instance) =>
    kinds[instance] === true
      ? giveAndSee(doors[instance], owner, 'decide-classification', { reference, asset, contentHash })
      : giveAndSee(doors[instance], owner, 'return-classification', { reference, reason: 'Pärmarna i arkivet saknas.' })
  );
  return judgeDecision(reference, both, owner);
}

const Overtaken = z.object({ reason: z.literal('overtaken'), by: z.string(), at: z.iso.datetime(), event: z.enum(eventCodes) });

function judgeDecision(reference: string, both: readonly [Given, Given], owner: Person): Judged {
  const won = instances.filter((instance) => both[instance].ending === 'done');
  const [winner] = won;
  const lost = both.find(({ ending }) => ending === 'refused');
  const refusal = Overtaken.safeParse(lost?.value).data;
  const event =
    winner !== undefined && both[winner].name === 'decide-classification' ? 'classification-decided' : 'classification-returned';
  const isTold = refusal?.by === owner.name && refusal.event === event;
  if (won.length !== 1 || winner === undefined || !isTold) return { winner, words: 'not who was first', fault: inWords(reference, both) };
  return { winner, words: `overtaken, by whom, when, and ${refusal.event}` };
}

/** How each ended, and what was said to whoever did not win. */
function inWords(reference: string, given: readonly Given[]): string {
  const ends = given.map(({ name, ending, value }) => `${name} ${ending}${ending === 'refused' ? ` ${JSON.stringify(value)}` : ''}`);
  return `${reference}: ${ends.join('; ')}`;
}

interface RacedAsset {
  readonly asset: string;
  readonly owner: Person;
}

async function assetsOf({ doors: [first] }: Course): Promise<RacedAsset[]> {
  return Promise.all(
    deciders.map(async ({ unit, owner }) => {
      const registered = await giveAndSee(first, custodian, 'register-asset', { asset: contentOf(unit, owner, `Register ${unit}`) });
      const { reference } = Asset.parse(registered.value);
      await giveAndSee(first, custodian, 'submit-asset', { reference });
      return { asset: reference, owner };
    })
  );
}

/** One receipt in each capacity for each incident, one outcome for each classification, and one class given for each decision. */
function notOnce(log: readonly LogEntry[], rounds: number): string[] {
  const count = (...events: readonly LogEntry['event'][]): number => log.filter(({ event }) => events.includes(event)).length;
  const expected: readonly (readonly [string, number, number])[] = [
    ['receipts', count('incident-acknowledged'), 2 * rounds],
    ['outcomes', count('classification-decided', 'classification-returned'), rounds],
    ['classes given', count('asset-class-decided'), count('classification-decided')]
  ];
  return expected.flatMap(([what, found, wanted]) => (found === wanted ? [] : [`${found} ${what} in the log instead of ${wanted}`]));
}

export function raceTable({ rounds, wins, told, faults, milliseconds }: RaceOutcome, seed: number): string {
  const rows: readonly (readonly [string, number])[] = [
    ['seed', seed],
    ['races', rounds * 2],
    ['won through the first instance', wins[0]],
    ['won through the second instance', wins[1]],
    ...[...told].map(([words, times]) => [`  told: ${words}`, times] as const),
    ['seconds', Math.round(milliseconds / 1000)]
  ];
  return [...rows.map(([name, value]) => `${name.padEnd(72)} ${value}`), ...faults].join('\n');
}
