// Tells the head of the förvaltning of a classification where the worst would be serious, when it is proposed and when it is decided (domain.md 5.3).
import { aspects, type Classification } from '../domain/classification';
import { isSerious } from '../domain/classification-change';
import type { Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import { readMended } from './commit';
import type { Context } from './context';
import { deputiesFor } from './delegations';
import { headOfDepartment } from './department-head';

/**
 * Nobody when no aspect is serious, or when the head is one of those who propose it, decide it or are asked to. `unit`: the asset's, where the caller knows
 * it. A deputy is asked when it is proposed; that it was decided nobody else has told them.
 */
export async function departmentHeadTold(context: Context, classification: Classification, unit?: string): Promise<readonly Notice[]> {
  const { reference, assetName, profile, state } = classification;
  if (!isSerious(profile)) return [];
  const [head, involved] = await Promise.all([headOf(context, classification, unit), involvedIn(context, classification)]);
  if (head === undefined || involved.includes(head.id)) return [];
  const serious = aspects.filter((aspect) => profile[aspect] === 'serious');
  return [{ kind: 'classification-serious', to: head.id, reference, assetName, serious, isDecided: state !== 'submitted' }];
}

async function headOf(context: Context, { asset }: Classification, known: string | undefined): Promise<Person | undefined> {
  const unit = known ?? (await readMended(context, context.assets, asset))?.state.unit;
  return unit === undefined ? undefined : headOfDepartment(await context.directory.unit(unit), context.directory);
}

async function involvedIn(context: Context, classification: Classification): Promise<readonly (string | undefined)[]> {
  const { decider, proposer, decidedBy, state } = classification;
  const deputies = state === 'submitted' ? await deputiesFor(context, classification) : [];
  return [decider, proposer, decidedBy, ...deputies].map((person) => person?.id);
}
