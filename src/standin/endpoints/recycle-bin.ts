// `web/recycleBin` and `site/recycleBin`: what was deleted, putting it back and removing it for good.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { complex } from '../http/answer';
import { accessDenied, badArgument } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { fullControl } from '../permissions/roles';
import { principalById } from '../store/principals';
import type { Recycled } from '../store/recycle-bin';
import { forgetRecycled, moveToSecondStage, recycledIn, recycledKinds } from '../store/recycle-bin';
import { siteById, sitesOfCollection } from '../store/sites';
import { parseBody } from './body';
import { localDateTime } from './local-format';
import { principalEntity } from './principals';
import { putThingBack, removeThing } from './recycled-things';
import type { Ask, Resource } from './resource';
import { actionResource, collectionAnswer, entityAnswer, propertyOf, textArgument } from './resource';
import type { Visit } from './visit';
import { visitTo } from './visit';

/** The web's bin holds the first stage, the site's both; a person finds what they deleted, a site administrator everything. */
export type BinOwner = 'Web' | 'Site';

interface Bin {
  readonly owner: BinOwner;
  readonly visit: Visit;
}

const metadata = 'SP.ApiData.RecycleBinItems';

export function recycleBinResource(segment: Segment, bin: Bin): Resource {
  if (segment.positional !== undefined) return recycledResource(textArgument(segment, 'id'), bin);
  return {
    get: (ask) => recycledAnswer(bin, ask),
    step: (next) => binStep(next, bin)
  };
}

/** `$expand=RecycleBin` on the web and the site. */
export function recycleBinEntities(bin: Bin): Entity[] {
  return found(bin).map((thing) => recycledEntity(thing, bin));
}

function recycledAnswer(bin: Bin, ask: Ask): Answer {
  return collectionAnswer(recycleBinEntities(bin), metadata, ask);
}

function binStep(segment: Segment, bin: Bin): Resource | undefined {
  switch (segment.name) {
    case 'getbyid':
      return recycledResource(textArgument(segment, 'id'), bin);
    case 'restoreall':
      return actionResource('RestoreAll', () => firstStage(bin).forEach((thing) => restore(thing, bin)));
    case 'deleteall':
      return actionResource('DeleteAll', () => firstStage(bin).forEach((thing) => remove(thing, bin)));
    case 'movealltosecondstage':
      return actionResource('MoveAllToSecondStage', () => firstStage(bin).forEach((thing) => moveOn(thing, bin)));
    case 'deleteallsecondstageitems':
      return actionResource('DeleteAllSecondStageItems', () => secondStage(bin).forEach((thing) => remove(thing, bin)));
    case 'restorebyids':
      return actionResource('RestoreByIds', (ask) => named(ask, bin).forEach((thing) => restore(thing, bin)));
    case 'deletebyids':
      return actionResource('DeleteByIds', (ask) => named(ask, bin).forEach((thing) => remove(thing, bin)));
    case 'movetosecondstagebyids':
      return actionResource('MoveToSecondStageByIds', (ask) => named(ask, bin).forEach((thing) => moveOn(thing, bin)));
    default:
      return undefined;
  }
}

function recycledResource(guid: string, bin: Bin): Resource {
  const thing = oneOf(guid, bin);
  const entity = recycledEntity(thing, bin);
  return {
    get: (ask) => entityAnswer(entity, metadata, ask),
    remove: () => {
      remove(thing, bin);
      return { kind: 'deleted' };
    },
    step: (segment) => {
      switch (segment.name) {
        case 'restore':
          return actionResource('Restore', () => restore(thing, bin));
        case 'deleteobject':
          return actionResource('DeleteObject', () => remove(thing, bin));
        case 'movetosecondstage':
          return actionResource('MoveToSecondStage', () => moveOn(thing, bin));
        case 'author':
          return personResource(thing.author, bin);
        case 'deletedby':
          return personResource(thing.deletedBy, bin);
        default:
          return propertyOf(entity, segment);
      }
    }
  };
}

function restore(thing: Recycled, { visit }: Bin): void {
  putThingBack(thing, visitOf(thing, visit));
  forgetRecycled(visit.database, thing.guid);
}

function remove(thing: Recycled, { visit }: Bin): void {
  removeThing(thing, visitOf(thing, visit));
  forgetRecycled(visit.database, thing.guid);
}

function moveOn(thing: Recycled, { visit }: Bin): void {
  moveToSecondStage(visit.database, thing.guid);
}

/** The site the thing lay in may be another of the collection. */
function visitOf({ siteId }: Recycled, visit: Visit): Visit {
  const site = siteById(visit.database, siteId);
  return site === undefined ? visit : visitTo(visit, site);
}

function found(bin: Bin): Recycled[] {
  const { owner, visit } = bin;
  const inReach = ({ stage, deletedBy }: Recycled): boolean =>
    isAdministrator(visit) ? owner === 'Site' || stage === 1 : stage === 1 && deletedBy === visit.viewer.principal.id;
  return everything(bin).filter(inReach);
}

function everything({ owner, visit }: Bin): Recycled[] {
  const sites = owner === 'Site' ? sitesOfCollection(visit.database, visit.site) : [visit.site];
  return recycledIn(
    visit.database,
    sites.map(({ id }) => id)
  );
}

function firstStage(bin: Bin): Recycled[] {
  return found(bin).filter(({ stage }) => stage === 1);
}

/** Throws 403 for anybody but a site administrator. */
function secondStage(bin: Bin): Recycled[] {
  if (!isAdministrator(bin.visit)) throw accessDenied();
  return everything(bin).filter(({ stage }) => stage === 2);
}

function isAdministrator({ viewer }: Visit): boolean {
  return viewer.everywhere === fullControl;
}

const idsBody = z.object({ ids: z.array(z.guid()) });

function named({ body }: Ask, bin: Bin): Recycled[] {
  return parseBody(idsBody, body(), 'SP.RecycleBinItemCollection').ids.map((guid) => oneOf(guid, bin));
}

/** Status and code are a guess. */
function oneOf(guid: string, bin: Bin): Recycled {
  const wanted = guid.replace(/[{}]/g, '').toLowerCase();
  const thing = found(bin).find((candidate) => candidate.guid === wanted);
  if (thing === undefined) throw badArgument('Value does not fall within the expected range.');
  return thing;
}

function personResource(id: number, { visit }: Bin): Resource {
  const person = personEntity(id, visit);
  return { get: (ask) => (person === null ? { kind: 'null', name: 'Author' } : entityAnswer(person, 'SP.ApiData.Users', ask)) };
}

function personEntity(id: number, visit: Visit): Entity | null {
  const person = principalById(visit.database, visit.site.id, id);
  return person === undefined ? null : principalEntity(person, visit);
}

/** Properties and their order as in public recordings of SharePoint Online; `Size` is a 64-bit number, so a text. */
function recycledEntity(thing: Recycled, { owner, visit }: Bin): Entity {
  const author = principalById(visit.database, visit.site.id, thing.author);
  const deletedBy = principalById(visit.database, visit.site.id, thing.deletedBy);
  return {
    type: 'SP.RecycleBinItem',
    path: `${owner}/RecycleBin(guid'${thing.guid}')`,
    properties: {
      AuthorEmail: author?.email ?? '',
      AuthorName: author?.title ?? '',
      DeletedByEmail: deletedBy?.email ?? '',
      DeletedByName: deletedBy?.title ?? '',
      DeletedDate: thing.deleted,
      DeletedDateLocalFormatted: localDateTime(thing.deleted, visit.timeZone),
      DirName: thing.dirName,
      DirNamePath: complex('SP.ResourcePath', { DecodedUrl: thing.dirName }),
      Id: thing.guid,
      ItemState: thing.stage,
      ItemType: recycledKinds[thing.kind],
      LeafName: thing.leafName,
      LeafNamePath: complex('SP.ResourcePath', { DecodedUrl: thing.leafName }),
      Size: String(thing.size),
      Title: thing.title
    },
    related: { Author: () => personEntity(thing.author, visit), DeletedBy: () => personEntity(thing.deletedBy, visit) }
  };
}
