// `web/recycleBin` and `site/recycleBin`: what was deleted, putting it back and removing it for good.
import { z } from 'zod';
import type { Answer } from '../http/answer';
import { accessDenied, badArgument } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import type { Recycled } from '../store/recycle-bin';
import { forgetRecycled, moveToSecondStage } from '../store/recycle-bin';
import { siteById } from '../store/sites';
import { parseBody } from './body';
import type { Bin } from './recycled-entity';
import { everything, found, isAdministrator, personEntity, recycleBinEntities, recycledEntity } from './recycled-entity';
import { putThingBack, removeThing } from './recycled-things';
import type { Ask, Resource } from './resource';
import { actionResource, collectionAnswer, entityAnswer, propertyOf, textArgument } from './resource';
import type { Visit } from './visit';
import { visitTo } from './visit';

const metadata = 'SP.ApiData.RecycleBinItems';

export function recycleBinResource(segment: Segment, bin: Bin): Resource {
  if (segment.positional !== undefined) return recycledResource(textArgument(segment, 'id'), bin);
  return {
    get: (ask) => recycledAnswer(bin, ask),
    step: (next) => binStep(next, bin)
  };
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

function firstStage(bin: Bin): Recycled[] {
  return found(bin).filter(({ stage }) => stage === 1);
}

/** Throws 403 for anybody but a site administrator. */
function secondStage(bin: Bin): Recycled[] {
  if (!isAdministrator(bin.visit)) throw accessDenied();
  return everything(bin).filter(({ stage }) => stage === 2);
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
