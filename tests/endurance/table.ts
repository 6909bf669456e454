// What an endurance run did and what became of it, as a table; and what is too much.
import type { Outcome } from './run';
import { cutChat } from './weather';

/**
 * A card is sent again when the process died, or the connection broke, between Teams taking it in and the outbox noting it: Teams offers no key for a
 * send. So each kill and each connection that breaks off there excuses one, and two in a hundred are left for sends that a kill caught side by side.
 */
function mostDuplicates({ notices, killedAt, struck }: Pick<Outcome, 'notices' | 'killedAt' | 'struck'>): number {
  return Math.ceil(notices.owed * 0.02) + total(killedAt) + (struck.get(cutChat) ?? 0);
}

/** Everything that must not be, in words. */
export function faultsOf({ findings, notices, ...outcome }: Outcome): string[] {
  const { lost, twice, forged, broken } = findings;
  const most = mostDuplicates({ notices, ...outcome });
  return [
    ...lost.map((line) => `lost: ${line}`),
    ...twice.map((line) => `twice: ${line}`),
    ...forged.map((line) => `forged: ${line}`),
    ...broken.map((line) => `broken: ${line}`),
    ...notices.missing.map((line) => `not told: ${line}`),
    ...notices.strange.map((line) => `told for nothing: ${line}`),
    ...(notices.duplicates > most ? [`${notices.duplicates} notices were sent again; ${most} can be explained`] : [])
  ];
}

export function table(outcome: Outcome, seed: number): string {
  const { promises, findings, notices, killedAt, struck, complaints, entries, incidents, milliseconds } = outcome;
  const { reports, given, requests, repeats } = promises;
  const endings = (of: readonly { readonly ending: string }[]): string =>
    ['done', 'kept', 'refused', 'none'].map((ending) => `${of.filter((one) => one.ending === ending).length} ${ending}`).join(', ');
  const named = (prefix: string): readonly { readonly ending: string }[] => given.filter(({ name }) => name.startsWith(prefix));
  const rows: readonly (readonly [string, string | number])[] = [
    ['seed', seed],
    ['kills', total(killedAt)],
    ...[...killedAt].map(([point, times]) => [`  ${point}`, times] as const),
    ['faults', total(struck)],
    ...[...struck].sort().map(([fault, times]) => [`  ${fault}`, times] as const),
    ['requests by people', `${requests}, ${repeats} of them repeats`],
    ['reports', `${reports.length}: ${endings(reports)}`],
    ['receipts', `${named('acknowledge').length}: ${endings(named('acknowledge'))}`],
    ['assets', `${named('register').length}: ${endings(named('register'))}`],
    ['classifications', `${named('submit-classification').length}: ${endings(named('submit-classification'))}`],
    ['decisions', `${named('decide').length}: ${endings(named('decide'))}`],
    ['returns', `${named('return').length}: ${endings(named('return'))}`],
    ['in the record', `${incidents} incidents, ${entries} log entries`],
    ['lost', findings.lost.length],
    ['twice', findings.twice.length],
    ['forged', findings.forged.length],
    ['disagreements, readers, left over', findings.broken.length],
    [
      'notices',
      `${notices.owed} owed, ${notices.missing.length} missing, ${notices.sent} sent, ${notices.duplicates} again (at most ${mostDuplicates(outcome)})`
    ],
    ['seconds', Math.round(milliseconds / 1000)]
  ];
  const lines = rows.map(([name, value]) => `${name.padEnd(38)} ${value}`);
  const complained = [...complaints].sort((a, b) => b[1] - a[1]).map(([said, times]) => `  ${String(times).padStart(5)} ${said}`);
  const said = complained.length > 0 ? ['warnings and errors of the service', ...complained] : [];
  return [...lines, ...said, ...firstOfEach(faultsOf(outcome))].join('\n');
}

const mostOfEach = 10;

/** A few of each kind say what is wrong; how many there are stands above. */
function firstOfEach(faults: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return faults.filter((fault) => {
    const [kind = ''] = fault.split(':');
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= mostOfEach;
  });
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
