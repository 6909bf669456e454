// Whether every incident has the readers it is to have, no more and no fewer, and whether its reporter finds it.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import { z } from 'zod';
import type { Incident } from '../../src/domain/incident';
import type { Person } from '../../src/domain/person';
import { readMyIncidents } from '../../src/lists/incidents';
import { site } from '../../src/local/identity';
import { groupTitle } from '../../src/schema/groups';
import { incidentList, incidentReaders } from '../../src/schema/incidents';
import type { RecordSite } from './record-site';
import { reporters } from './workplace';

const Row = z.object({
  Referens: z.string(),
  HasUniqueRoleAssignments: z.boolean(),
  RoleAssignments: z.array(z.object({ Member: z.object({ Title: z.string(), LoginName: z.string() }) }))
});

export async function readerFaults(place: RecordSite, incidents: readonly Incident[]): Promise<string[]> {
  return [...(await wrongReaders(place.asService(), incidents)), ...(await notFound(place, incidents))];
}

async function wrongReaders(sp: SPFI, incidents: readonly Incident[]): Promise<string[]> {
  const rows = await rowsOf(sp);
  const present = new Map(rows.map((row) => [row.Referens, row]));
  return incidents.flatMap((incident) => {
    const row = present.get(incident.reference);
    if (row?.HasUniqueRoleAssignments !== true) return [`${incident.reference} is read by whoever reads the list`];
    const have = row.RoleAssignments.map(({ Member: { Title, LoginName } }) =>
      LoginName.includes('@') ? LoginName.split('|').at(-1) : Title
    );
    const want = wantedReaders(incident);
    return have.sort().join() === want.sort().join() ? [] : [`${incident.reference} is read by ${have.join()}, not by ${want.join()}`];
  });
}

function wantedReaders(incident: Incident): string[] {
  const { groups, people } = incidentReaders(incident);
  return [...new Set([...groups.map(groupTitle), ...people.map(({ upn }) => upn)])];
}

async function rowsOf(sp: SPFI): Promise<z.infer<typeof Row>[]> {
  const { items } = sp.web.getList(`${site.path}/Lists/${incidentList.url}`);
  const found: z.infer<typeof Row>[] = [];
  const query = items
    .select('Referens', 'HasUniqueRoleAssignments', 'RoleAssignments/Member/Title', 'RoleAssignments/Member/LoginName')
    .expand('RoleAssignments/Member')
    .top(500);
  for await (const page of query as AsyncIterable<unknown[]>) found.push(...z.array(Row).parse(page));
  return found;
}

/** What each reporter sees with their own permissions: all they have sent, nothing of anybody else's. */
async function notFound(place: RecordSite, incidents: readonly Incident[]): Promise<string[]> {
  const faults: string[] = [];
  for (const reporter of reporters) {
    const own = incidents.filter(({ reporter: by }) => by.id === reporter.id).map(({ reference }) => reference);
    const seen = await seenBy(place, reporter);
    if (own.sort().join() !== seen.sort().join()) faults.push(`${reporter.name} sees ${seen.join()} and has reported ${own.join()}`);
  }
  return faults;
}

async function seenBy(place: RecordSite, person: Person): Promise<string[]> {
  const rows = await readMyIncidents(place.as(person), person.id);
  return rows.map((row) => (row.broken ? `row ${row.id}` : row.state.reference));
}
