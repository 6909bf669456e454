// The addresses of lists and items under `_api/`.
import type { List } from '../store/lists';

export function listPath({ guid }: List): string {
  return `Web/Lists(guid'${guid}')`;
}

export function itemPath(list: List, id: number): string {
  return `${listPath(list)}/Items(${id})`;
}
