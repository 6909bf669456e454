// Scheduled work in an Azure Storage table: one row for each job, with its latest completed run and its lease.
import { z } from 'zod';
import type { JobRun, JobTaken, Schedule } from '../service-state';
import { keys } from './keys';
import { untilWritten, type Row, type Rows } from './rows';

const Lease = z.object({ due: z.string(), holder: z.string(), until: z.string() });

export const JobRow = z.object({
  job: z.string(),
  done: z.object({ due: z.string(), at: z.string() }).optional(),
  lease: Lease.optional()
});
type JobRow = z.infer<typeof JobRow>;

export function scheduleIn(rows: Rows): Schedule {
  return {
    take: (run, { now, until }) =>
      untilWritten(async (): Promise<JobTaken | 'in-the-way'> => {
        const row = await rows.get(keys.job(run.job), JobRow);
        if (row?.value.done !== undefined && row.value.done.due >= run.due) return { kind: 'done' };
        if (row?.value.lease !== undefined && row.value.lease.until > now) return { kind: 'in-hand', until: row.value.lease.until };
        const value: JobRow = { ...row?.value, job: run.job, lease: { due: run.due, holder: run.holder, until } };
        if (!(await written(rows, row, value))) return 'in-the-way';
        return { kind: 'taken', ...(value.done !== undefined && { after: value.done.due }) };
      }),
    renew: (run, until) =>
      whileHeld(rows, run, ({ lease, ...job }) => ({ ...job, lease: { due: run.due, holder: run.holder, ...lease, until } })),
    complete: (run, at) => whileHeld(rows, run, ({ job }) => ({ job, done: { due: run.due, at } }))
  };
}

/** `false`, and nothing written, when the run is in another's hand. */
function whileHeld(rows: Rows, { job, due, holder }: JobRun, change: (row: JobRow) => JobRow): Promise<boolean> {
  return untilWritten(async () => {
    const row = await rows.get(keys.job(job), JobRow);
    if (row?.value.lease?.holder !== holder || row.value.lease.due !== due) return false;
    return (await written(rows, row, change(row.value))) || 'in-the-way';
  });
}

async function written(rows: Rows, before: Row<JobRow> | undefined, value: JobRow): Promise<boolean> {
  const key = keys.job(value.job);
  const write =
    before === undefined ? ({ kind: 'create', key, value } as const) : ({ kind: 'replace', key, value, version: before.version } as const);
  return (await rows.write([write])) === 'written';
}
