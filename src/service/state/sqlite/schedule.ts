// Scheduled work in SQLite: one row for each job, with its latest completed run and its lease.
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Claim, JobRun, JobTaken, Schedule } from '../service-state';
import { asynchronous } from './asynchronous';

const jobRow = z.object({ done_due: z.string().nullable(), lease_until: z.string().nullable() });

export function scheduleIn(database: Database.Database): Schedule {
  const held = 'WHERE job = :job AND lease_due = :due AND lease_holder = :holder';
  const renew = database.prepare(`UPDATE jobs SET lease_until = :until ${held}`);
  const complete = database.prepare(`
    UPDATE jobs SET done_due = :due, done_at = :at, lease_due = NULL, lease_holder = NULL, lease_until = NULL ${held}`);
  return {
    take: takeIn(database),
    renew: asynchronous((run, until) => renew.run({ ...run, until }).changes === 1),
    complete: asynchronous((run, at) => complete.run({ ...run, at }).changes === 1)
  };
}

function takeIn(database: Database.Database): Schedule['take'] {
  const known = database.prepare('SELECT done_due, lease_until FROM jobs WHERE job = ?');
  const lease = database.prepare(`
    INSERT INTO jobs (job, lease_due, lease_holder, lease_until) VALUES (:job, :due, :holder, :until)
    ON CONFLICT (job) DO UPDATE SET lease_due = :due, lease_holder = :holder, lease_until = :until`);
  const take = database.transaction((run: JobRun, { now, until }: Claim): JobTaken => {
    const row = jobRow.optional().parse(known.get(run.job));
    if (row !== undefined && row.done_due !== null && row.done_due >= run.due) return { kind: 'done' };
    if (row !== undefined && row.lease_until !== null && row.lease_until > now) return { kind: 'in-hand', until: row.lease_until };
    lease.run({ ...run, until });
    return { kind: 'taken', ...(row?.done_due != null && { after: row.done_due }) };
  });
  return asynchronous((run, claim) => take.immediate(run, claim));
}
