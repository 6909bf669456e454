// `contextinfo`: where a page gets the form digest that its writes must carry.
import { complex } from '../http/answer';
import { digestSeconds } from '../http/digest';
import type { Resource } from './resource';
import { rootVisit } from './site-collection';
import type { Visit } from './visit';

export function contextInfoResource(visit: Visit): Resource {
  return {
    post: () => ({
      kind: 'property',
      name: 'GetContextWebInformation',
      value: complex('SP.ContextWebInformation', {
        FormDigestTimeoutSeconds: digestSeconds,
        FormDigestValue: visit.issueDigest(),
        LibraryVersion: '16.0.0.0',
        SiteFullUrl: rootVisit(visit).webUrl,
        SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0'],
        WebFullUrl: visit.webUrl
      })
    })
  };
}
