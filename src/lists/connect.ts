// The two ways to SharePoint: as the person in the browser, and as an application with a token. All calls are the same after that.
import { DefaultParse, type Queryable } from '@pnp/queryable';
import { DefaultHeaders, DefaultInit, SPFx, spfi, type ISPFXContext, type SPFI } from '@pnp/sp';
import { sending, type Sending } from './sending';

/**
 * The site as the signed-in person, from the context SharePoint gives a web part. A read is a GET of its own here, since a batch is a POST and costs a
 * form digest; what asks for it goes together all the same.
 */
export function connectInBrowser(context: ISPFXContext, options: Sending = {}): SPFI {
  return spfi(context.pageContext.web.absoluteUrl).using(SPFx(context), sending({ gather: 'asked', ...options }));
}

export interface TokenConnection extends Sending {
  /** Absolute address of the site, such as `https://haparanda.sharepoint.example/sites/informationssakerhet`. */
  readonly site: string;
  /** Asked before each request; whoever gives it keeps the token until it is about to expire. */
  readonly token: () => Promise<string>;
}

/** The site as whoever the token is for. */
export function connectWithToken({ site, token, ...options }: TokenConnection): SPFI {
  return spfi(site).using(DefaultHeaders(), DefaultInit(), DefaultParse(), bearer(token), sending(options));
}

function bearer(token: () => Promise<string>): (instance: Queryable) => Queryable {
  return (instance) => {
    instance.on.auth.replace(async (url: URL, init: RequestInit): Promise<[URL, RequestInit]> => {
      // A plain object with the names as they are: from a Headers object the library loses all, and of two spellings it sends both (platform.md 1).
      const headers = { ...(init.headers as Readonly<Record<string, string>>), Authorization: `Bearer ${await token()}` };
      return [url, { ...init, headers }];
    });
    return instance;
  };
}
