// Makes the local site what the schema says, by the provisioning that a tenant gets, and fills it with the example municipality.
import type { SPFI } from '@pnp/sp';
import { appToken } from '../../identity/app-token';
import { beginCrisisPlan } from '../../lists/crisis-plan';
import { writeOrganisation } from '../../lists/organisation';
import type { SiteSettings } from '../../lists/settings';
import type { Membership } from '../../provision/plan';
import { provisionSite } from '../../provision/provision-site';
import { refusalInWords } from '../../provision/finding-words';
import { groups } from '../../schema/groups';
import { connectToSite } from '../../service/connect-to-site';
import { openDirectory } from '../../service/directory';
import { graphPeople } from '../../service/graph-people';
import { openLog } from '../../service/log';
import type { Settings } from '../../service/settings';
import { contextOver, graphScope } from '../../service/start-service';
import { crisisPlan } from './crisis-plan';
import { organisation } from './organisation';
import { people } from './people';
import { tellStory } from './story';
import { actorOf } from './teller';

export interface FillOptions {
  /** The service's own; the example is written with its identity, as everything is. */
  readonly settings: Settings;
  readonly siteSettings: SiteSettings;
  readonly say: (line: string) => void;
}

/** Safe to repeat: what is there already is left alone. */
export async function fillRecord({ settings, siteSettings, say }: FillOptions): Promise<void> {
  const now = (): Date => new Date();
  const sp = connectToSite(settings, now);
  say('Making the site what the schema says …');
  say(`  ${await provisioned(sp, siteSettings)}`);
  say('Loading the example municipality …');
  await writeOrganisation(
    sp,
    organisation.map(({ head, ...unit }) => ({ ...unit, ...(head === undefined ? {} : { head: actorOf(head).person }) }))
  );
  await beginCrisisPlan(sp, crisisPlan);
  const graph = graphPeople({ graph: settings.graph, token: appToken({ ...settings, scope: graphScope, now }) });
  const context = contextOver(sp, openDirectory({ sp, people: graph, now, log: openLog() }), now);
  await tellStory(context, context.now(), (done, of) => {
    if (done > 0 && done % 5 === 0) say(`  ${done} of ${of} chapters of its story …`);
  });
}

/** What came of it. Throws when the site cannot be made what the schema says. */
async function provisioned(sp: SPFI, settings: SiteSettings): Promise<string> {
  const outcome = await provisionSite({ sp, print: () => undefined, dryRun: false, settings, members: groupMembers() });
  if (!outcome.permitted) throw new Error(`The service may not provision its own site: it lacks ${outcome.missing.join(', ')}.`);
  const { steps, drift, refusals } = outcome.plan;
  if (refusals.length > 0) throw new Error(`The site cannot be made what the schema says: ${refusals.map(refusalInWords).join(' ')}`);
  const left = drift.length === 0 ? '' : `, ${drift.length} changed by hand and left (npm run provision -- --mend)`;
  return `${steps.length === 0 ? 'nothing to do' : `${steps.length} things made or mended`}${left}`;
}

/** Everybody works here; some hold a role as well. */
function groupMembers(): Membership[] {
  return groups.flatMap((group) =>
    Object.values(people)
      .filter(({ roles }) => group === 'employees' || roles.includes(group))
      .map(({ userPrincipalName }) => ({ group, who: userPrincipalName }))
  );
}
