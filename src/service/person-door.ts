// What all doors for signed-in people share: which page may call, who is let in, and how an outcome is said in HTTP.
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { TokenVerifier } from '../identity/verify-token';
import type { CommandAnswer } from './command-line';

export interface PersonDoor {
  readonly verifyToken: TokenVerifier;
  /** Passed by who is refused. */
  readonly strangers: RequestHandler;
  readonly log: Logger;
  /** The only web page that may speak with us: the SharePoint that shows the tab, `https://<tenant>.sharepoint.com`. */
  readonly allowedOrigin: string;
}

/** `headers`: those that a page has to ask for leave to send. */
export function crossOrigin(allowedOrigin: string, headers: readonly string[]): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    if (request.get('Origin') === allowedOrigin) {
      response.set({
        'Access-Control-Allow-Origin': allowedOrigin,
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': headers.join(', '),
        'Access-Control-Expose-Headers': 'retry-after',
        'Access-Control-Max-Age': '600'
      });
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}

/** The one who is refused is told to sign in; what was wrong with the token is for the log. The body is not read before. */
export function signedIn({ verifyToken, strangers, log }: Pick<PersonDoor, 'verifyToken' | 'strangers' | 'log'>): RequestHandler {
  return async (request, response, next) => {
    const verified = await verifyToken(request.get('Authorization'));
    if (verified.ok) {
      response.locals['objectId'] = verified.value.objectId;
      next();
      return;
    }
    await strangers(request, response, () => {
      log.warn({ refusal: verified.reason }, 'token refused');
      refuse(response, 'signed-out');
    });
  };
}

/** The Entra object id of whoever was let in. */
export function holderOf(_request: Request, response: Response): string {
  return z.guid().parse(response.locals['objectId']);
}

const statusOfReason: Readonly<Record<string, number>> = {
  invalid: 400,
  'signed-out': 401,
  'not-allowed': 403,
  'not-found': 404,
  'file-too-large': 413,
  'file-active': 415,
  'file-kind': 415,
  'file-mismatch': 415,
  'too-many': 429,
  'file-not-kept': 503
};

/** 200 when done, 202 when kept for later, and when refused the status of the reason, or 409. */
export function answer(response: Response, outcome: CommandAnswer<unknown, string>): void {
  if (!outcome.ok) response.status(statusOfReason[outcome.reason] ?? 409).json(outcome);
  else response.status('kept' in outcome ? 202 : 200).json(outcome);
}

export function refuse(response: Response, reason: string): void {
  if (reason === 'signed-out') response.set('WWW-Authenticate', 'Bearer');
  answer(response, { ok: false, reason });
}
