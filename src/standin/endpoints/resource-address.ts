// Addresses of files and folders as answers carry them, and the people they name.
import type { Entity, Value } from '../http/answer';
import { complex } from '../http/answer';
import { principalById } from '../store/principals';
import { principalEntity } from './principals';
import type { Visit } from './visit';

/** The addresses under `_api/`: the link is percent-encoded, the id is not, as in recorded answers. */
export function resourceAddress(kind: 'File' | 'Folder', url: string, { webUrl }: Visit): Pick<Entity, 'path' | 'id'> {
  const address = (text: string): string => `Web/Get${kind}ByServerRelativePath(decodedurl='${text}')`;
  const quoted = url.replaceAll("'", "''");
  return { path: address(encodedPath(quoted)), id: `${webUrl}/_api/${address(quoted)}` };
}

export function resourcePath(url: string): Value {
  return complex('SP.ResourcePath', { DecodedUrl: url });
}

export function encodedPath(url: string): string {
  return url.split('/').map(encodeURIComponent).join('/');
}

/** The member of the site; null when there is none, as for a file made before anybody came. */
export function person(id: number | null, visit: Visit): Entity | null {
  const principal = id === null ? undefined : principalById(visit.database, visit.site.id, id);
  return principal === undefined ? null : principalEntity(principal, visit);
}
