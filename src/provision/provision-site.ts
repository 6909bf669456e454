// Makes a site what the schema says: reads it, says what is missing or different, and mends that. Never deletes; a second run finds nothing to do.
import type { SPFI } from '@pnp/sp';
import { apply } from './apply';
import { planFor, type Plan, type Wishes } from './plan';
import { readPresent } from './present';
import { remarkInWords, stepInWords } from './step';

export interface Provisioning extends Wishes {
  readonly sp: SPFI;
  /** Takes one line in Swedish, without a line end. */
  readonly print: (line: string) => void;
  /** Says what it would do and does nothing. */
  readonly dryRun: boolean;
}

/** The plan that was carried out, or would be. Throws `SharePointError` when the site could not be read or a step failed; run again then. */
export async function provisionSite({ sp, print, dryRun, settings, members }: Provisioning): Promise<Plan> {
  const plan = planFor(await readPresent(sp), { settings, members });
  plan.remarks.forEach((remark) => print(`OBS! ${remarkInWords(remark)}`));
  if (plan.steps.length === 0) {
    print('Webbplatsen är som den ska. Inget att göra.');
    return plan;
  }
  print(dryRun ? 'Det här saknas eller skiljer sig. Inget ändras nu:' : 'Det här saknas eller skiljer sig och rättas nu:');
  plan.steps.forEach((step) => print(`- ${stepInWords(step)}`));
  if (dryRun) print(`Att göra: ${plan.steps.length}.`);
  else await carryOut(sp, plan, print);
  return plan;
}

/** A first run is some hundred and seventy steps, which take minutes in SharePoint Online: it says now and then how far it has come. */
async function carryOut(sp: SPFI, { steps }: Plan, print: (line: string) => void): Promise<void> {
  for (const [done, step] of steps.entries()) {
    await apply(sp, step);
    if ((done + 1) % 25 === 0) print(`${done + 1} av ${steps.length} klara …`);
  }
  print(`Klart: ${steps.length} rättade.`);
}
