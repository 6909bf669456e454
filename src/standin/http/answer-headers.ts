// The headers that every answer of SharePoint Online's API has, as recorded in public repositories.
import { randomUUID } from 'node:crypto';
import { versionOf } from './dialect';

/** `took` in milliseconds. `SPRequestGuid` and `request-id` are the same; clients show them when something goes wrong. */
export function commonHeaders(headers: Readonly<Record<string, string>>, took: number): Record<string, string> {
  const id = randomUUID();
  return {
    'Cache-Control': 'private, max-age=0',
    'X-SharePointHealthScore': '0',
    'X-SP-SERVERSTATE': 'ReadOnly=0',
    ...(versionOf(headers) === 4 ? { 'ODATA-VERSION': '4.0' } : { DATASERVICEVERSION: '3.0' }),
    SPClientServiceRequestDuration: String(Math.ceil(took)),
    SPRequestGuid: id,
    'request-id': id,
    'X-Content-Type-Options': 'nosniff'
  };
}
