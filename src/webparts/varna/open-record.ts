// The record as the signed-in person: the site's lists, and the service with a token of theirs. A chunk of its own: what is around the screens does not wait for it.
import { AadHttpClient } from '@microsoft/sp-http';
import type { WebPartContext } from '@microsoft/sp-webpart-base';
import type { Environment } from '../../components/environment';
import { openRecord } from '../../components/record';
import { connectInBrowser } from '../../lists/connect';
import { readsOf } from '../../lists/reads';

export function recordIn(context: WebPartContext, given: Pick<Environment, 'language' | 'onError'>): Environment {
  return openRecord({
    ...given,
    pageContext: context.pageContext,
    reads: (personId) => readsOf(connectInBrowser(context), personId),
    post: async ({ url, resource, headers, body }) => {
      const client = await context.aadHttpClientFactory.getClient(resource);
      return client.post(url, AadHttpClient.configurations.v1, { headers, body });
    }
  });
}
