// Holds the record, read back from SharePoint when all is calm, against what people were answered: what is lost, what happened twice, what nobody sent.
import type { SPFI } from '@pnp/sp';
import { anchorAggregate } from '../../src/domain/anchor';
import { contentHash } from '../../src/domain/hash';
import { Incident } from '../../src/domain/incident';
import type { EventCode, LogEntry } from '../../src/domain/log';
import { readIncidents } from '../../src/lists/incidents';
import { readLog } from '../../src/lists/log';
import { verifyLog } from '../../src/service/log-verification';
import type { Given, Promises } from './promises';

/** Each line tells one thing that must not be. */
export interface Findings {
  readonly lost: string[];
  readonly twice: string[];
  readonly forged: string[];
  /** Items that disagree with the log, readers that are not those they should be, what is left over in the service. */
  readonly broken: string[];
}

/** The record as it stands. */
export interface StandingRecord {
  readonly log: readonly LogEntry[];
  readonly incidents: readonly Incident[];
}

export async function readRecord(sp: SPFI): Promise<StandingRecord> {
  const [log, incidents] = [await readLog(sp), await readIncidents(sp)];
  return { log: log.map(stateOf), incidents: incidents.map(stateOf) };
}

function stateOf<S>(row: { readonly broken: false; readonly state: S } | { readonly broken: true; readonly id: number }): S {
  if (row.broken) throw new Error(`Row ${row.id} cannot be read.`);
  return row.state;
}

/** Reports by the place they name, which no two share; everything by the identity of its command. */
export function compare({ log, incidents }: StandingRecord, { given, reports }: Promises): Omit<Findings, 'broken'> {
  const found = { lost: [] as string[], twice: [] as string[], forged: [] as string[] };
  for (const sent of reports) {
    const standing = incidents.filter(({ report }) => report.where === sent.report.where);
    if (standing.length > 1) found.twice.push(`report ${sent.report.where}: ${standing.map(({ reference }) => reference).join(', ')}`);
    if (standing.length === 0 && isPromised(sent)) found.lost.push(`report ${sent.report.where}, answered ${sent.ending} by ${sent.door}`);
    if (standing.some(({ report }) => contentHash(report) !== contentHash(sent.report)))
      found.forged.push(`report ${sent.report.where} does not say what was sent`);
    if (standing.some(({ reporter }) => reporter.id !== sent.by.id)) found.forged.push(`report ${sent.report.where} names somebody else`);
  }
  const places = new Set(reports.map(({ report }) => report.where));
  found.forged.push(
    ...incidents.filter(({ report }) => !places.has(report.where)).map(({ reference }) => `${reference} was sent by nobody`)
  );
  const all = [...given, ...reports];
  for (const one of all) if (isPromised(one) && !stands(one, log, incidents)) found.lost.push(inWords(one));
  found.twice.push(...writtenTwice(log));
  const commands = new Set(all.map(({ command }) => command));
  // The day's anchor is nobody's doing.
  const strangers = log.filter(({ command, aggregate }) => aggregate !== anchorAggregate && !commands.has(command.split('/')[0] ?? ''));
  found.forged.push(...strangers.map(({ aggregate, event }) => `${event} of ${aggregate}`));
  return found;
}

/** Answered as done, or as saved to be done, and never as refused. */
function isPromised({ ending, wasKept }: Given): boolean {
  return ending === 'done' || ending === 'kept' || wasKept;
}

const eventOf: Readonly<Record<string, EventCode>> = {
  'report-incident': 'incident-reported',
  'acknowledge-incident': 'incident-acknowledged',
  'register-asset': 'asset-registered',
  'submit-asset': 'asset-submitted',
  'submit-classification': 'classification-submitted',
  'decide-classification': 'classification-decided',
  'return-classification': 'classification-returned'
};

/** Its own entry; for a receipt also that somebody in the same capacity was first. A decision stands when its asset shows it too. */
function stands(one: Given, log: readonly LogEntry[], incidents: readonly Incident[]): boolean {
  const entry = log.find(({ command, event }) => command === one.command && event === eventOf[one.name]);
  if (entry !== undefined) return one.name !== 'decide-classification' || log.some(({ command }) => command === `${one.command}/asset`);
  if (one.name !== 'acknowledge-incident') return false;
  const { reference, receiver } = one.input as { readonly reference: string; readonly receiver: string };
  const incident = incidents.find((candidate) => candidate.reference === reference);
  return (receiver === 'it' ? incident?.acknowledgedByIt : incident?.acknowledgedByManager) !== undefined;
}

/** The same command twice, or the same thing done twice to one aggregate: two receipts in one capacity, two decisions on one classification. */
function writtenTwice(log: readonly LogEntry[]): string[] {
  const once = log.flatMap(({ command, aggregate, event, reason, sequence }) => [
    `command ${command}`,
    `entry ${aggregate}:${sequence}`,
    ...(event === 'incident-acknowledged' ? [`receipt of ${aggregate} by ${reason}`] : []),
    ...(event === 'classification-decided' || event === 'classification-returned' ? [`outcome of ${aggregate}`] : [])
  ]);
  return repeated(once);
}

export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

function inWords({ name, by, door, ending, command, input }: Given): string {
  return `${name} (${door}) by ${by.name}, answered ${ending}: ${command} ${JSON.stringify(input).slice(0, 120)}`;
}

/** Deviations as `npm run verify-log` finds them. */
export async function disagreements(sp: SPFI): Promise<string[]> {
  const { findings } = await verifyLog(sp, { now: () => new Date(), witnessed: [] });
  return findings.map(({ aggregate, sequence, fault }) => `${aggregate}:${sequence} ${fault}`);
}
