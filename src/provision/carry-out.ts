// Carries out a plan stage by stage: what does not depend on each other goes together, what must come first does.
import { isSharePointError } from '../lists/sharepoint-error';
import { appliedList } from '../schema/applied';
import { apply, type Hands } from './apply';
import { remember } from './memory';
import type { Note, Plan } from './plan';
import { StepFailure } from './step-failure';
import type { Step } from './step';

/**
 * A list is closed before anything is put into it, rows get their new words before the column loses the old, columns are there before the views
 * that show them, and nobody is let in before all else is done.
 */
const stages: readonly (readonly Step['kind'][])[] = [
  ['create-group', 'update-group', 'create-list'],
  ['close-list'],
  ['leave-list', 'revoke', 'add-member', 'open-site'],
  ['rewrite-rows'],
  ['update-list', 'create-column', 'update-column'],
  ['create-view', 'update-view'],
  ['grant'],
  ['write-setting']
];

/** Making a column takes SharePoint about half a second (a guess), and what is sent together has to be answered within thirty. */
const mostTogether = 20;

/**
 * The memory comes first, and what is about to change is forgotten before it is touched; when all is done it is remembered as it is then.
 * `say` is called before each step. Throws `StepFailure` for the first step that SharePoint refuses or does not answer: run again then.
 */
export async function carryOut(hands: Hands, plan: Plan, say: (step: Step) => void): Promise<void> {
  const { steps, before, after } = plan;
  const isMemory = (step: Step): boolean => 'list' in step && step.list.url === appliedList.url;
  await takeSteps(hands, steps.filter(isMemory), say);
  await note(hands, before);
  await takeSteps(
    hands,
    steps.filter((step) => !isMemory(step)),
    say
  );
  await note(hands, after);
}

async function takeSteps(hands: Hands, steps: readonly Step[], say: (step: Step) => void): Promise<void> {
  for (const kinds of stages) {
    const together = steps.filter(({ kind }) => kinds.includes(kind));
    for (let from = 0; from < together.length; from += mostTogether)
      await takeTogether(hands, together.slice(from, from + mostTogether), say);
  }
}

/** SharePoint refuses one of two changes to the same list that meet (save conflict, platform.md 5): it is made again, by itself. */
async function takeTogether(hands: Hands, steps: readonly Step[], say: (step: Step) => void): Promise<void> {
  const taken = steps.map(async (step) => {
    say(step);
    return apply(hands, step);
  });
  const outcomes = await Promise.allSettled(taken);
  for (const [index, outcome] of outcomes.entries()) {
    const step = steps[index];
    if (outcome.status === 'fulfilled' || step === undefined) continue;
    await takeAgain(hands, step, outcome.reason);
  }
}

const mostTries = 3;

async function takeAgain(hands: Hands, step: Step, refusal: unknown, tries = 1): Promise<void> {
  if (!isSharePointError(refusal)) throw refusal;
  if (refusal.reason !== 'conflict' || tries === mostTries) throw new StepFailure(step, refusal);
  await apply(hands, step).catch((next: unknown) => takeAgain(hands, step, next, tries + 1));
}

async function note({ sp }: Hands, notes: readonly Note[]): Promise<void> {
  await Promise.all(notes.map(({ key, ...memory }) => remember(sp, key, memory)));
}
