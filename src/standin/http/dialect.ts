// Which form of JSON an answer takes: how much metadata, and whether its names are those of OData 3 or of OData 4.
import { notImplemented } from './errors';

export interface Dialect {
  readonly metadata: 'none' | 'minimal' | 'verbose';
  readonly version: 3 | 4;
}

type Headers = Readonly<Record<string, string>>;

/**
 * What `Accept` and `OData-Version` ask for. SPFx's SPHttpClient says `OData-Version: 4.0` unless told otherwise; SharePoint Online then
 * does not heed `odata=…`, only `odata.metadata=…` (seen by others in 2026). That the latter means OData 4 without the header too is a guess.
 * Throws 501 for Atom and full metadata.
 */
export function dialectOf(headers: Headers): Dialect {
  const accept = (headers['accept'] ?? 'application/json').toLowerCase();
  const version = versionOf(headers);
  if (/odata(\.metadata)?=full/.test(accept)) throw notImplemented(version === 4 ? 'odata.metadata=full' : 'odata=fullmetadata');
  if (!accept.includes('json') && !accept.includes('*/*')) throw notImplemented(`Accept: ${accept}`);
  return { metadata: metadataOf(accept, version), version };
}

/** The form of a refusal, which has one whatever was asked for. */
export function refusalDialectOf(headers: Headers): Dialect {
  const version = versionOf(headers);
  return { metadata: metadataOf((headers['accept'] ?? '').toLowerCase(), version), version };
}

export function versionOf(headers: Headers): 3 | 4 {
  return headers['odata-version']?.startsWith('4') === true || headers['accept']?.includes('odata.metadata=') === true ? 4 : 3;
}

function metadataOf(accept: string, version: 3 | 4): Dialect['metadata'] {
  if (version === 4) return accept.includes('odata.metadata=none') ? 'none' : 'minimal';
  if (accept.includes('odata=verbose')) return 'verbose';
  return accept.includes('odata=nometadata') ? 'none' : 'minimal';
}

/** As recorded from SharePoint Online in public repositories. */
export function contentTypeOf({ metadata, version }: Dialect): string {
  if (version === 4) return `application/json;odata.metadata=${metadata};odata.streaming=true;IEEE754Compatible=false;charset=utf-8`;
  return metadata === 'verbose'
    ? 'application/json;odata=verbose;charset=utf-8'
    : `application/json;odata=${metadata === 'none' ? 'nometadata' : 'minimalmetadata'};streaming=true;charset=utf-8`;
}

/** What the annotations are called. */
export const annotationNames = {
  3: {
    context: 'odata.metadata',
    type: 'odata.type',
    id: 'odata.id',
    etag: 'odata.etag',
    editLink: 'odata.editLink',
    nextLink: 'odata.nextLink',
    isNull: 'odata.null',
    navigationLink: '@odata.navigationLinkUrl'
  },
  4: {
    context: '@odata.context',
    type: '@odata.type',
    id: '@odata.id',
    etag: '@odata.etag',
    editLink: '@odata.editLink',
    nextLink: '@odata.nextLink',
    isNull: '@odata.null',
    navigationLink: '@odata.navigationLink'
  }
} as const;

/** `#SP.List` in OData 4. */
export function typeName(type: string, { version }: Dialect): string {
  return version === 4 ? `#${type}` : type;
}

/**
 * What an answer is, after `$metadata#`. OData 4 calls the sets of the API by their path (`lists`, and one `web`) and an entity `$entity`
 * [recorded for lists, the web and items; the other sets are a guess]; `$select` is repeated in OData 3 as it was said.
 */
export function contextOf({ set, one, select }: { set: string; one: boolean; select: string | undefined }, { version }: Dialect): string {
  if (version === 3) return `${set}${one ? '/@Element' : ''}${select === undefined ? '' : `&$select=${select}`}`;
  if (set === 'SP.ApiData.Webs' && one) return 'web';
  const name = set.startsWith('SP.ApiData.') ? lowerFirst(set.slice('SP.ApiData.'.length)) : set;
  return `${name}${select === undefined ? '' : `(${select})`}${one ? '/$entity' : ''}`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
