// SharePoint away on purpose, to try what Värna then does: nothing that somebody has sent is lost.
import type { ServerResponse } from 'node:http';

export interface Outage {
  readonly isOn: () => boolean;
  readonly turn: (on: boolean) => void;
  /** While it is on, answers for SharePoint's REST with HTTP 503, as SharePoint does when it cannot serve, and returns true. */
  readonly answer: (response: ServerResponse, url: URL) => boolean;
}

/** Off to begin with. Entra, Graph and the pages go on answering. */
export function createOutage(): Outage {
  let on = false;
  return {
    isOn: () => on,
    turn: (next) => {
      on = next;
    },
    answer: (response, { pathname }) => {
      if (!on || !/\/_api(?:\/|$)/i.test(pathname)) return false;
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' }).end('The service is unavailable.');
      return true;
    }
  };
}
