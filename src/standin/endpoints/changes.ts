// `getChanges` and `CurrentChangeToken` of a list, a site and a site collection.
import { randomUUID } from 'node:crypto';
import type { Complex, Entity, Value } from '../http/answer';
import { complex } from '../http/answer';
import { allows, demand, listMask, visibleItems, webMask } from '../permissions/rights';
import type { Change } from '../store/change-log';
import { latestChangeNumber, readChanges } from '../store/change-log';
import type { TokenOwner } from '../store/change-token';
import { writeChangeToken } from '../store/change-token';
import { all } from '../store/database';
import type { List } from '../store/lists';
import { itemTable, listByGuid, listsOf } from '../store/lists';
import { siteById, sitesOfCollection } from '../store/sites';
import { parseBody } from './body';
import { changeQueryBody, wantedChanges } from './change-query';
import type { Ask, Resource } from './resource';
import { collectionAnswer } from './resource';
import type { Visit } from './visit';
import { visitTo } from './visit';

export function listChangesResource(list: List, visit: Visit): Resource {
  return {
    post: (ask) => {
      demand(listMask(visit, list), 'viewListItems');
      return changesAnswer(ask, { visit, owner: listOwner(list), within: { listGuid: list.guid } });
    }
  };
}

export function webChangesResource(visit: Visit): Resource {
  return {
    post: (ask) => {
      demand(webMask(visit), 'viewListItems');
      return changesAnswer(ask, { visit, owner: webOwner(visit), within: { siteIds: [visit.site.id] } });
    }
  };
}

export function siteChangesResource(visit: Visit): Resource {
  return {
    post: (ask) => {
      demand(webMask(visit), 'viewListItems');
      const siteIds = sitesOfCollection(visit.database, visit.site).map(({ id }) => id);
      return changesAnswer(ask, { visit, owner: siteOwner(visit), within: { siteIds } });
    }
  };
}

export function listChangeToken(list: List, visit: Visit): Complex {
  return currentToken(listOwner(list), visit);
}

export function webChangeToken(visit: Visit): Complex {
  return currentToken(webOwner(visit), visit);
}

export function siteChangeToken(visit: Visit): Complex {
  return currentToken(siteOwner(visit), visit);
}

function listOwner({ guid }: List): TokenOwner {
  return { scope: 3, guid };
}

function webOwner({ site }: Visit): TokenOwner {
  return { scope: 2, guid: site.webGuid };
}

function siteOwner({ site }: Visit): TokenOwner {
  return { scope: 1, guid: site.siteGuid };
}

function currentToken(owner: TokenOwner, { database, now }: Visit): Complex {
  return token({ ...owner, time: Date.parse(now), number: latestChangeNumber(database) });
}

function token(parts: Parameters<typeof writeChangeToken>[0]): Complex {
  return complex('SP.ChangeToken', { StringValue: writeChangeToken(parts) });
}

interface Asked {
  readonly visit: Visit;
  readonly owner: TokenOwner;
  readonly within: Parameters<typeof wantedChanges>[1]['within'];
}

/**
 * Without `RequireSecurityTrim` the log is not trimmed by item, as the flag's documentation implies; it carries no content.
 * Lists the caller may not read are left out of a site's changes all the same (a guess).
 */
function changesAnswer(ask: Ask, { visit, owner, within }: Asked): ReturnType<typeof collectionAnswer> {
  const { query } = parseBody(changeQueryBody, ask.body(), 'SP.ChangeQuery');
  const wanted = wantedChanges(query, { owner, within, now: new Date(visit.now) });
  const found = readChanges(visit.database, wanted);
  const shown = trimmed('listGuid' in within ? found : inReadableLists(found, visit), query.RequireSecurityTrim ? visit : undefined);
  return collectionAnswer(
    shown.map((change) => changeEntity(change, owner, visit)),
    'SP.ApiData.Changes',
    ask
  );
}

function inReadableLists(changes: readonly Change[], visit: Visit): Change[] {
  const siteIds = [...new Set(changes.map(({ siteId }) => siteId))];
  const closed = siteIds.flatMap((siteId) => {
    const site = siteById(visit.database, siteId);
    const there = site && visitTo(visit, site);
    return there ? listsOf(visit.database, siteId).filter((list) => !allows(listMask(there, list), 'viewListItems')) : [];
  });
  const guids = new Set(closed.map(({ guid }) => guid));
  return changes.filter(({ listGuid }) => listGuid === null || !guids.has(listGuid));
}

/** What was deleted cannot be trimmed any more and stays. */
function trimmed(changes: readonly Change[], visit: Visit | undefined): readonly Change[] {
  if (visit === undefined) return changes;
  const listGuids = new Set(changes.flatMap(({ kind, listGuid }) => (kind === 'Item' && listGuid !== null ? [listGuid] : [])));
  const hidden = new Map([...listGuids].map((guid) => [guid, hiddenItems(guid, changes, visit)] as const));
  return changes.filter(({ listGuid, itemId }) => itemId === null || hidden.get(listGuid ?? '')?.has(itemId) !== true);
}

function hiddenItems(guid: string, changes: readonly Change[], visit: Visit): ReadonlySet<number> {
  const list = listByGuid(visit.database, visit.site.id, guid);
  if (list === undefined) return new Set();
  const ids = changes.filter(({ listGuid }) => listGuid === guid).map(({ itemId }) => itemId);
  const visible = visibleItems(visit, list, 'i');
  const rows = all<{ readonly id: number }>(
    visit.database,
    `SELECT i.id FROM ${itemTable(list)} i WHERE i.id IN (SELECT value FROM json_each(?)) AND NOT ${visible.sql}`,
    [JSON.stringify(ids), ...visible.parameters]
  );
  return new Set(rows.map(({ id }) => id));
}

/** `odata.id` and edit link end with a guid of the answer's own [recorded in public repositories]. */
function changeEntity(change: Change, owner: TokenOwner, visit: Visit): Entity {
  const type = `SP.Change${change.kind}`;
  const path = `${type}${randomUUID()}`;
  return {
    type,
    path,
    id: `${visit.webUrl}/_api/${path}`,
    properties: {
      ChangeToken: token({ ...owner, time: change.time, number: change.number }),
      ChangeType: change.type,
      SiteId: change.siteGuid,
      Time: `${new Date(change.time).toISOString().slice(0, 19)}Z`,
      ...own(change)
    }
  };
}

/** An item's are as recorded, where editor and address were empty; the others' names are those of the client library. */
function own({ kind, object, itemId, listGuid, webGuid }: Change): Readonly<Record<string, Value>> {
  switch (kind) {
    case 'Item':
      return {
        Editor: '',
        EditorEmailHint: null,
        ItemId: itemId,
        ListId: listGuid,
        ServerRelativeUrl: '',
        SharedByUser: null,
        SharedWithUsers: null,
        UniqueId: object,
        WebId: webGuid
      };
    case 'List':
      return { ListId: object, WebId: webGuid };
    case 'Web':
      return { WebId: webGuid };
    case 'Field':
      return { FieldId: object, WebId: webGuid };
    case 'View':
      return { ListId: listGuid, ViewId: object, WebId: webGuid };
    case 'ContentType':
      return { ContentTypeId: complex('SP.ContentTypeId', { StringValue: object }), WebId: webGuid };
    case 'User':
      return { Activate: true, UserId: Number(object) };
    case 'Group':
      return { GroupId: Number(object) };
  }
}
