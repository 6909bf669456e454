// A site whose lists hold any rows at all: answers what is read of them, and keeps what is written as SharePoint would give it back.
import type { SPFI } from '@pnp/sp';
import { connectWithToken } from '../../src/lists/connect';
import { assetRegister, readAssets } from '../../src/lists/assets';
import { classificationRegister, readClassifications } from '../../src/lists/classifications';
import { delegationRegister, readAllDelegations } from '../../src/lists/delegations';
import { measureRegister, readMeasures } from '../../src/lists/measures';
import { inventoryRegister, readInventories } from '../../src/lists/inventories';
import { readUnitAnswers, unitAnswerRegister } from '../../src/lists/unit-answers';
import { readRequirementAnswers, requirementAnswersRegister } from '../../src/lists/requirement-answers';
import { readTracks, trackRegister } from '../../src/lists/tracks';
import { incidentRegister, readIncidents } from '../../src/lists/incidents';
import { logRegister, readLog } from '../../src/lists/log';
import { readOrganisation, writeOrganisation } from '../../src/lists/organisation';
import type { Row } from '../../src/lists/rows';
import {
  asset,
  classification,
  delegated,
  entry,
  hash,
  incident,
  inventory,
  measure,
  requirementAnswers,
  track,
  unitAnswer
} from '../lists/examples';
import { owner } from '../lists/site';

export type Cells = Readonly<Record<string, unknown>>;

/** `rows` by the last part of the list's address. */
export function siteWith(rows: Readonly<Record<string, readonly Cells[]>>, added: (cells: Cells) => void = () => undefined): SPFI {
  const answer: typeof fetch = (input, init) => {
    const url = decodeURIComponent(input instanceof Request ? input.url : input.toString());
    const list = /\/Lists\/(\w+)/.exec(url)?.[1] ?? '';
    if (url.includes('/siteGroups/')) return Promise.resolve(Response.json({ Id: 9 }));
    if (init?.method !== 'POST') return Promise.resolve(Response.json({ value: rows[list] ?? [] }));
    if (url.endsWith('/items') && typeof init.body === 'string') added(JSON.parse(init.body) as Cells);
    return Promise.resolve(Response.json({ Id: 7 }, { status: 201 }));
  };
  return connectWithToken({
    site: 'https://haparanda.sharepoint.example/sites/x',
    token: () => Promise.resolve('token'),
    fetch: answer,
    gather: 'asked'
  });
}

/** A list of the record: how its rows are read, and how a good one is written. */
export interface Listed {
  readonly url: string;
  readonly read: (sp: SPFI) => Promise<readonly Row<unknown>[]>;
  readonly write: (sp: SPFI) => Promise<unknown>;
}

const page = { sequence: 1, hash } as const;

export const lists: readonly Listed[] = [
  {
    url: 'Informationstillgangar',
    read: readAssets,
    write: (sp) => assetRegister(sp).write({ ...page, state: asset() }, 'nothing')
  },
  {
    url: 'Klassningar',
    read: (sp) => readClassifications(sp),
    write: (sp) => classificationRegister(sp).write({ ...page, state: classification() }, 'nothing')
  },
  {
    url: 'Incidenter',
    read: readIncidents,
    write: (sp) => incidentRegister(sp).write({ ...page, state: incident() }, 'nothing')
  },
  {
    url: 'Delegeringar',
    read: readAllDelegations,
    write: (sp) => delegationRegister(sp).write({ ...page, state: delegated() }, 'nothing')
  },
  {
    url: 'Rapporteringsspar',
    read: (sp) => readTracks(sp),
    write: (sp) => trackRegister(sp).write({ ...page, state: track() }, 'nothing')
  },
  {
    url: 'Atgarder',
    read: (sp) => readMeasures(sp),
    write: (sp) => measureRegister(sp).write({ ...page, state: measure() }, 'nothing')
  },
  {
    url: 'Kravsvar',
    read: (sp) => readRequirementAnswers(sp),
    write: (sp) => requirementAnswersRegister(sp).write({ ...page, state: requirementAnswers() }, 'nothing')
  },
  {
    url: 'Inventering',
    read: (sp) => readInventories(sp),
    write: (sp) => inventoryRegister(sp).write({ ...page, state: inventory() }, 'nothing')
  },
  {
    url: 'Enhetssvar',
    read: (sp) => readUnitAnswers(sp, 'N-2026-0001'),
    write: (sp) => unitAnswerRegister(sp).write({ ...page, state: unitAnswer() }, 'nothing')
  },
  { url: 'Handelselogg', read: (sp) => readLog(sp), write: (sp) => logRegister(sp).append(entry()) },
  {
    url: 'Organisation',
    read: readOrganisation,
    write: (sp) => writeOrganisation(sp, [{ code: 'SOC', name: 'Socialförvaltningen', kind: 'department', head: owner }])
  }
];

/** A good row of the list as SharePoint gives it. */
export async function goodRow({ write }: Listed): Promise<Cells> {
  const written: Cells[] = [];
  const site = siteWith({}, (cells) => void written.push(cells));
  // What else the writing asks of the site, as who may read the row, this one cannot answer.
  await write(site).catch(() => undefined);
  const [cells] = written;
  if (cells === undefined) throw new Error('Nothing was written.');
  return { ...cells, Id: 1, 'odata.etag': '"1"', HasUniqueRoleAssignments: false, RoleAssignments: [] };
}
