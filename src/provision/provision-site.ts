// Makes a site what the schema says: reads it, says what is missing or different, and mends that. Never deletes; a second run finds nothing to do.
import type { SPFI } from '@pnp/sp';
import { siteSchema, type SiteSchema } from '../schema/lists';
import type { Hands } from './apply';
import { readCaller, type Right } from './caller';
import { carryOut } from './carry-out';
import { driftInWords, refusalInWords, remarkInWords } from './finding-words';
import { groupsKey, readMemory } from './memory';
import { columnsToAsk, listsOf, planFor, type Grounds, type Plan, type Wishes } from './plan';
import { hasColumnsOf, readPresent, type PresentSite } from './present';
import { appliedList } from '../schema/applied';
import { progressOn, type Screen } from './progress';
import { readValues } from './row-values';
import { stepInWords, stepPlace } from './step-words';

export interface Provisioning extends Wishes {
  readonly sp: SPFI;
  /** Takes one line in Swedish, without a line end. */
  readonly print: (line: string) => void;
  /** Says what it would do and does nothing. */
  readonly dryRun: boolean;
  /** Put right what was changed by hand, too; no when absent. */
  readonly mend?: boolean;
  /** This version's own when absent. */
  readonly schema?: SiteSchema;
  /** Where to show how far it has come; nowhere when absent. */
  readonly screen?: Screen;
}

/** The plan that was carried out, or would be; or what whoever asked lacks, and then nothing was done. */
export type Provisioned =
  | { readonly permitted: true; readonly plan: Plan }
  | { readonly permitted: false; readonly missing: readonly Right[] };

/** Throws `SharePointError` when the site could not be read or a step failed; run again then. */
export async function provisionSite(provisioning: Provisioning): Promise<Provisioned> {
  const { sp, schema = siteSchema, mend = false, settings, members } = provisioning;
  const caller = await readCaller(sp);
  if (caller.missing.length > 0) return { permitted: false, missing: caller.missing };
  const site = await readPresent(sp, { ...schema, lists: listsOf(schema) });
  const keys = [groupsKey, ...listsOf(schema).map(({ url }) => url)];
  const memory = hasColumnsOf(appliedList, site.lists) ? await readMemory(sp, keys) : new Map<string, never>();
  const grounds: Grounds = { schema, site, memory, caller, wishes: { settings, members }, mend };
  const plan = planFor(grounds, await readValues(sp, columnsToAsk(grounds)));
  await tellAndDo(plan, { ...provisioning, mend }, site);
  return { permitted: true, plan };
}

async function tellAndDo(plan: Plan, { sp, print, dryRun, mend = false, screen = silent }: Provisioning, site: PresentSite): Promise<void> {
  tellFindings(plan, { mend, print });
  const { steps } = plan;
  if (steps.length > 0) {
    print(dryRun ? 'Det här saknas eller skiljer sig. Inget ändras nu:' : 'Det här saknas eller skiljer sig och rättas nu:');
    steps.forEach((step) => print(`- ${stepInWords(step)}`));
  }
  if (!dryRun) {
    const progress = progressOn(screen, steps.length);
    const hands: Hands = {
      sp,
      groupIds: new Map([...site.groups].map(([group, { id }]) => [group, id])),
      rowsDone: (step, done) => progress.within(`${stepPlace(step)} · rad ${done} av ${step.rows.length}`)
    };
    try {
      await carryOut(hands, plan, (step) => progress.next(stepPlace(step)));
    } finally {
      progress.end();
    }
  }
  tellSum(plan, { dryRun, print });
}

const silent: Screen = { write: () => undefined };

/** When mending, what drift is left stands on a list that something was refused on. */
function tellFindings({ refusals, drift, remarks }: Plan, { mend, print }: Pick<Provisioning, 'print'> & { readonly mend: boolean }): void {
  remarks.forEach((remark) => print(`OBS! ${remarkInWords(remark)}`));
  if (refusals.length > 0) print('Det här går inte att göra. De listor det gäller lämnas orörda:');
  refusals.forEach((refusal) => print(`- ${refusalInWords(refusal)}`));
  if (drift.length > 0)
    print(
      mend
        ? 'Det här är ändrat för hand och kan rättas först när det som inte gick att göra är löst:'
        : 'Det här är ändrat för hand och får vara. Kör med --mend för att rätta det:'
    );
  drift.forEach((one) => print(`- ${driftInWords(one)}`));
}

function tellSum({ steps, right, drift, refusals }: Plan, { dryRun, print }: Pick<Provisioning, 'dryRun' | 'print'>): void {
  if (steps.length + drift.length + refusals.length === 0) print('Webbplatsen är som den ska. Inget att göra.');
  else
    print(
      `${dryRun ? 'Att göra' : 'Gjort'}: ${steps.length}. Redan rätt: ${right}. Avvikelser: ${drift.length}. Vägrade: ${refusals.length}.`
    );
}
