// The addresses of lists and items: under `_api/`, and in the site.
import type { List } from '../store/lists';
import type { Site } from '../store/sites';

export function listPath({ guid }: List): string {
  return `Web/Lists(guid'${guid}')`;
}

export function itemPath(list: List, id: number): string {
  return `${listPath(list)}/Items(${id})`;
}

/** Server-relative address of the list's own folder, `/sites/x/Lists/y`. */
export function listFolderUrl({ folder }: List, { path }: Pick<Site, 'path'>): string {
  return `${path === '/' ? '' : path}/Lists/${folder}`;
}
