// Tells the head of the förvaltning of a classification where the worst would be serious, when it is proposed and when it is decided (domain.md 5.3).
import { aspects, type Classification } from '../domain/classification';
import { isSerious } from '../domain/classification-change';
import type { Notice } from '../domain/notice';
import { readMended } from './commit';
import type { Context } from './context';
import { deputiesFor } from './delegations';
import { headOfDepartment } from './department-head';

/** Nobody when no aspect is serious, or when the head is one of those who propose it, are to decide it or have done so. */
export async function departmentHeadTold(context: Context, classification: Classification): Promise<readonly Notice[]> {
  const { reference, assetName, profile, state } = classification;
  if (!isSerious(profile)) return [];
  const [head, involved] = await Promise.all([headOf(context, classification), involvedIn(context, classification)]);
  if (head === undefined || involved.includes(head.id)) return [];
  const serious = aspects.filter((aspect) => profile[aspect] === 'serious');
  return [{ kind: 'classification-serious', to: head.id, reference, assetName, serious, isDecided: state !== 'submitted' }];
}

async function headOf(context: Context, { asset }: Classification) {
  const page = await readMended(context, context.assets, asset);
  return page === undefined ? undefined : headOfDepartment(await context.directory.unit(page.state.unit), context.directory);
}

async function involvedIn(context: Context, classification: Classification): Promise<readonly (string | undefined)[]> {
  const { decider, proposer, decidedBy } = classification;
  return [decider, proposer, decidedBy, ...(await deputiesFor(context, classification))].map((person) => person?.id);
}
