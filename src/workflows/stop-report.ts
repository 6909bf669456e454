// The säkerhetsskydd stop: no content is kept, only that it happened, when and in which unit (H52, domain.md 1 fact 6).
import { z } from 'zod';
import type { Notice } from '../domain/notice';
import { appendNew, newNumber } from './commit';
import { told, type Context, type Request, type Told } from './context';

const stops = ['report', 'classification', 'registration'] as const;

/** Where the person was when they stopped. There is no field for content, on purpose. */
export const StopReportInput = z.strictObject({ during: z.enum(stops) });
export type StopReportInput = Readonly<z.infer<typeof StopReportInput>>;

const StoppedReport = z.object({ reference: z.string(), unitName: z.string(), during: z.enum(stops) });

/** What is kept of a stopped report. */
export type StoppedReport = Readonly<z.infer<typeof StoppedReport>>;

/** The entry names nobody; the säkerhetsskyddschef is told that a report was stopped and in which unit. */
export async function stopReport(context: Context, { command, actor, input }: Request<StopReportInput>): Promise<Told<StoppedReport>> {
  const [unit, number] = await Promise.all([context.directory.unitOf(actor.person), newNumber(context, 'S')]);
  const unitName = unit?.name ?? '';
  const { entry } = await appendNew(context, number, (reference) => ({
    event: 'report-stopped',
    command,
    actor: 'nobody',
    from: '',
    to: 'stopped',
    state: { reference, unitName, during: input.during }
  }));
  const stopped = StoppedReport.parse(entry.state);
  return told(stopped, await notices(context, stopped));
}

async function notices(context: Context, { reference, unitName }: StoppedReport): Promise<Notice[]> {
  const officers = await context.directory.membersOf('security-protection');
  return officers.map(({ id }) => ({ kind: 'report-stopped', to: id, reference, unitName }));
}
