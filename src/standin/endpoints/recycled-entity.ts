// What is in the recycle bin, for whom, and as the API shows it.
import type { Entity } from '../http/answer';
import { complex } from '../http/answer';
import { fullControl } from '../permissions/roles';
import { principalById } from '../store/principals';
import type { Recycled } from '../store/recycle-bin';
import { recycledIn, recycledKinds } from '../store/recycle-bin';
import { sitesOfCollection } from '../store/sites';
import { localDateTime } from './local-format';
import { principalEntity } from './principals';
import type { Visit } from './visit';

/** The web's bin holds the first stage, the site's both; a person finds what they deleted, a site administrator everything. */
type BinOwner = 'Web' | 'Site';

export interface Bin {
  readonly owner: BinOwner;
  readonly visit: Visit;
}

/** `$expand=RecycleBin` on the web and the site. */
export function recycleBinEntities(bin: Bin): Entity[] {
  return found(bin).map((thing) => recycledEntity(thing, bin));
}

/** What the caller finds there, latest deleted first. */
export function found(bin: Bin): Recycled[] {
  const { owner, visit } = bin;
  const inReach = ({ stage, deletedBy }: Recycled): boolean =>
    isAdministrator(visit) ? owner === 'Site' || stage === 1 : stage === 1 && deletedBy === visit.viewer.principal.id;
  return everything(bin).filter(inReach);
}

/** All of it, whoever may see it. */
export function everything({ owner, visit }: Bin): Recycled[] {
  const sites = owner === 'Site' ? sitesOfCollection(visit.database, visit.site) : [visit.site];
  return recycledIn(
    visit.database,
    sites.map(({ id }) => id)
  );
}

export function isAdministrator({ viewer }: Visit): boolean {
  return viewer.everywhere === fullControl;
}

/** Properties and their order as in public recordings of SharePoint Online; `Size` is a 64-bit number, so a text. */
export function recycledEntity(thing: Recycled, { owner, visit }: Bin): Entity {
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

export function personEntity(id: number, visit: Visit): Entity | null {
  const person = principalById(visit.database, visit.site.id, id);
  return person === undefined ? null : principalEntity(person, visit);
}
