// Answers one REST call: authorises, walks the path, runs the verb in a transaction and writes the result.
import type { Ask, Resource } from '../endpoints/resource';
import { walk } from '../endpoints/resource';
import { readBody, readEntity } from '../endpoints/body';
import type { Visit } from '../endpoints/visit';
import { apiRoot } from '../endpoints/web';
import { readQueryOptions } from '../odata/query-options';
import { parseResourcePath } from '../odata/resource-path';
import type { Connection } from '../store/database';
import type { Answer, Later } from './answer';
import { SharePointError, notImplemented } from './errors';
import type { ApiRequest, ApiResponse, Verb } from './message';
import { writeAnswer, writeError } from './shapes';

/** `visit` is called inside the transaction: a refused call leaves no trace, not even a first visit. */
export async function answerCall(
  request: ApiRequest,
  { database, visit }: { readonly database: Connection; readonly visit: () => Visit }
): Promise<ApiResponse> {
  try {
    const outcome = database.transaction(() => {
      const here = visit();
      const answer = answerOf(request, here);
      return answer.kind === 'later' ? { later: answer, webUrl: here.webUrl } : writeAnswer(answer, { request, webUrl: here.webUrl });
    })();
    if (!('later' in outcome)) return outcome;
    await outcome.later.check();
    return database.transaction(() => writeAnswer(outcome.later.finish(), { request, webUrl: outcome.webUrl }))();
  } catch (error) {
    if (error instanceof SharePointError) return writeError(error, request.headers);
    throw error;
  }
}

function answerOf(request: ApiRequest, visit: Visit): Answer | Later {
  const { verb, path, query, headers } = request;
  const resource = walk(apiRoot(visit), parseResourcePath(path, query));
  const handler = handlerOf(resource, verb);
  if (handler === undefined) throw notImplemented(`${verb} _api/${path}`);
  return handler({
    options: readQueryOptions(query),
    query,
    body: () => readBody(request.bytes.toString('utf8'), headers['content-type']),
    entity: (...types) => readEntity({ text: request.bytes.toString('utf8'), headers }, types),
    bytes: request.bytes,
    ifMatch: headers['if-match']
  });
}

function handlerOf(resource: Resource, verb: Verb): ((ask: Ask) => Answer | Later) | undefined {
  switch (verb) {
    case 'GET':
      return resource.get;
    case 'POST':
      return resource.post;
    case 'MERGE':
      return resource.merge;
    case 'DELETE':
      return resource.remove;
  }
}
