// `usercustomactions` of a site or a list: where ListView command sets are put.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { complex } from '../http/answer';
import { unknownEntity } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand, webMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import { all, run } from '../store/database';
import type { Parameter } from '../store/database';
import type { List } from '../store/lists';
import { parseBody } from './body';
import type { Resource } from './resource';
import { actionResource, collectionAnswer, createdAnswer, definedValues, entityAnswer, propertyOf, textArgument } from './resource';
import { userResource } from './user-resource';
import type { Visit } from './visit';

export interface ActionOwner {
  readonly visit: Visit;
  readonly list: List | undefined;
  /** True: of the whole site collection (SharePoint's scope 2), which has its own beside its root site's. */
  readonly ofCollection?: boolean;
  readonly path: string;
  readonly mask: () => bigint;
}

export function siteActions(visit: Visit): ActionOwner {
  return { visit, list: undefined, path: 'Web', mask: () => webMask(visit) };
}

export function customActionsResource(owner: ActionOwner, segment: Segment): Resource {
  if (segment.positional !== undefined) return actionOf(textArgument(segment, 'id'), owner);
  return {
    get: (ask) => collectionAnswer(customActionEntities(owner), metadata, ask),
    post: ({ body }) => addAction(parseBody(actionBody, body(), 'SP.UserCustomAction'), owner),
    step: (next) => {
      if (next.name === 'getbyid') return actionOf(textArgument(next, 'id'), owner);
      if (next.name !== 'clear') return undefined;
      return actionResource('Clear', () => {
        demandChange(owner);
        for (const { guid } of stored(owner)) run(owner.visit.database, 'DELETE FROM custom_action WHERE guid = ?', [guid]);
      });
    }
  };
}

export function customActionEntities(owner: ActionOwner): Entity[] {
  return stored(owner).map((action) => entityOf(action, owner));
}

const metadata = 'SP.ApiData.UserCustomActions';

const actionBody = z.strictObject({
  ClientSideComponentId: z.string().optional(),
  ClientSideComponentProperties: z.string().optional(),
  CommandUIExtension: z.string().optional(),
  Description: z.string().optional(),
  Group: z.string().optional(),
  HostProperties: z.string().optional(),
  ImageUrl: z.string().optional(),
  Location: z.string().optional(),
  Name: z.string().optional(),
  RegistrationId: z.string().optional(),
  RegistrationType: z.int().optional(),
  Rights: z.object({ High: z.string(), Low: z.string() }).optional(),
  ScriptBlock: z.string().optional(),
  ScriptSrc: z.string().optional(),
  Sequence: z.int().optional(),
  Title: z.string().optional(),
  Url: z.string().optional()
});
const storedBody = actionBody.extend({ ofCollection: z.boolean().optional() });
type ActionSettings = z.infer<typeof actionBody>;

interface StoredAction {
  readonly guid: string;
  readonly settings: ActionSettings;
}

function stored({ visit, list, ofCollection = false }: ActionOwner): StoredAction[] {
  const [where, parameters]: [string, Parameter[]] =
    list === undefined ? ['site_id = ? AND list_id IS NULL', [siteOf({ visit, ofCollection })]] : ['list_id = ?', [list.id]];
  return all<{ readonly guid: string; readonly settings: string }>(
    visit.database,
    `SELECT guid, settings FROM custom_action WHERE ${where} ORDER BY rowid`,
    parameters
  )
    .map(({ guid, settings }) => ({ guid, ...storedBody.parse(JSON.parse(settings)) }))
    .filter((action) => (action.ofCollection ?? false) === ofCollection)
    .map(({ guid, ofCollection: _, ...settings }) => ({ guid, settings }));
}

function siteOf({ visit, ofCollection = false }: Pick<ActionOwner, 'visit' | 'ofCollection'>): number {
  return ofCollection ? visit.site.collectionId : visit.site.id;
}

function entityOf({ guid, settings }: StoredAction, { path, list, ofCollection = false }: ActionOwner): Entity {
  const { Rights, ...rest } = settings;
  const given = definedValues(rest);
  return {
    type: 'SP.UserCustomAction',
    path: `${path}/UserCustomActions(guid'${guid}')`,
    properties: {
      ClientSideComponentId: '00000000-0000-0000-0000-000000000000',
      ClientSideComponentProperties: '',
      CommandUIExtension: null,
      Description: null,
      Group: null,
      HostProperties: '',
      Id: guid,
      ImageUrl: null,
      Location: null,
      Name: `{${guid.toUpperCase()}}`,
      RegistrationId: null,
      RegistrationType: 0,
      Rights: Rights ? complex('SP.BasePermissions', Rights) : basePermissions(0n),
      Scope: list === undefined ? (ofCollection ? 2 : 3) : 4,
      ScriptBlock: null,
      ScriptSrc: null,
      Sequence: 0,
      Title: null,
      Url: null,
      VersionOfUserCustomAction: '16.0.1.0',
      ...given
    }
  };
}

function addAction(settings: ActionSettings, owner: ActionOwner): Answer {
  demandChange(owner);
  const guid = randomUUID();
  run(owner.visit.database, 'INSERT INTO custom_action (guid, site_id, list_id, settings) VALUES (?, ?, ?, ?)', [
    guid,
    siteOf(owner),
    owner.list?.id ?? null,
    settingsJson(settings, owner)
  ]);
  return createdAnswer(entityOf({ guid, settings }, owner), metadata);
}

function settingsJson(settings: ActionSettings, { ofCollection = false }: ActionOwner): string {
  return JSON.stringify({ ...settings, ...(ofCollection && { ofCollection }) });
}

function actionOf(id: string, owner: ActionOwner): Resource {
  const action = stored(owner).find(({ guid }) => guid === id.toLowerCase());
  if (action === undefined) throw unknownEntity('The user custom action does not exist.');
  return {
    get: (ask) => entityAnswer(entityOf(action, owner), metadata, ask),
    merge: ({ body }) => {
      demandChange(owner);
      const settings = { ...action.settings, ...parseBody(actionBody, body(), 'SP.UserCustomAction') };
      run(owner.visit.database, 'UPDATE custom_action SET settings = ? WHERE guid = ?', [settingsJson(settings, owner), action.guid]);
      return { kind: 'merged' };
    },
    remove: () => {
      demandChange(owner);
      run(owner.visit.database, 'DELETE FROM custom_action WHERE guid = ?', [action.guid]);
      return { kind: 'deleted' };
    },
    step: (segment) => propertyOf(entityOf(action, owner), segment) ?? userResource(entityOf(action, owner), segment)
  };
}

function demandChange({ list, mask }: ActionOwner): void {
  demand(mask(), list === undefined ? 'manageWeb' : 'manageLists');
}
