// `/_standin/faults` and `/_standin/requests`: how a test sets the rules and reads the counts.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { RequestCounts } from './request-counts';
import type { Rule } from './rules';
import { rulesBody } from './rules';
import type { StandingRules } from './standing-rules';

interface Controlled {
  readonly rules: StandingRules;
  readonly counts: RequestCounts;
}

interface Control {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly origin: () => string;
}

export function isControl({ pathname }: URL): boolean {
  return pathname === '/_standin/faults' || pathname === '/_standin/requests';
}

/** Always true: nobody else answers these addresses. */
export async function answerControl({ request, response, url, origin }: Control, controlled: Controlled): Promise<true> {
  const { status, body } = isFromElsewhere(request, origin())
    ? foreign
    : await answerTo(`${request.method ?? ''} ${url.pathname}`, request, controlled);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body === undefined ? '' : JSON.stringify(body));
  return true;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

const foreign: Reply = {
  status: 403,
  body: { error: 'Ask at the address the stand-in was started with, and not from a page of another.' }
};

/** A page of another name that has been made to point here, or of another site in a browser on this machine. */
function isFromElsewhere({ headers }: IncomingMessage, origin: string): boolean {
  return headers.host !== new URL(origin).host || (headers.origin !== undefined && headers.origin !== origin);
}

async function answerTo(call: string, request: IncomingMessage, { rules, counts }: Controlled): Promise<Reply> {
  switch (call) {
    case 'GET /_standin/faults':
      return { status: 200, body: rules.list().map(shown) };
    case 'POST /_standin/faults':
      return addRules(await text(request), rules);
    case 'DELETE /_standin/faults':
      rules.clear();
      return { status: 204 };
    case 'GET /_standin/requests':
      return { status: 200, body: counts.report() };
    case 'DELETE /_standin/requests':
      counts.clear();
      return { status: 204 };
    default:
      return { status: 405, body: { error: `There is no ${call}.` } };
  }
}

function addRules(body: string, rules: StandingRules): Reply {
  const parsed = rulesBody.safeParse(jsonOf(body));
  if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
  rules.add(parsed.data);
  return { status: 201, body: rules.list().map(shown) };
}

/** Undefined, which no rule is, for what is no JSON. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function shown({ rule, met, struck }: { readonly rule: Rule; readonly met: number; readonly struck: number }): unknown {
  const { path, ...match } = rule.match;
  return { ...rule, match: { ...match, ...(path && { path: path.source }) }, met, struck };
}
