// `$batch`: takes the parts out of a multipart request and puts their answers into SharePoint's flat multipart response (platform.md 5).
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { SharePointError } from './errors';
import { invalidClientQuery, notImplemented } from './errors';
import type { ApiResponse, Verb } from './message';
import { verbOf } from './message';

export interface BatchPart {
  readonly verb: Verb;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const mostParts = 100;

/**
 * Reads a batch in its order; change sets are only brackets, since SharePoint's batches are not transactional. Lines end with LF or CRLF.
 * A part that cannot be carried out stands as its refusal. Throws 400 when it is no batch at all.
 */
export function batchParts(body: string, contentType: string | undefined): (BatchPart | SharePointError)[] {
  const outer = boundaryIn(contentType ?? '');
  if (outer === undefined) throw invalidClientQuery('The batch request has no boundary.');
  const lines = body.split('\n');
  if (!lines.some((line) => line.trimEnd() === `--${outer}`)) throw invalidClientQuery('The batch request has no part after its boundary.');
  const boundaries = new Set([
    outer,
    ...lines.filter((line) => /^content-type:\s*multipart\/mixed/i.test(line)).flatMap((line) => boundaryIn(line) ?? [])
  ]);
  const parts = piecesBetween(lines, boundaries).filter(isRequest).map(partOf);
  if (parts.length > mostParts) {
    throw invalidClientQuery(
      `The current batch message contains too many parts. Only batch messages with a maximum number of '${mostParts}' query operations and change sets are allowed.`
    );
  }
  return parts;
}

/** The outer status is 200 whatever the parts say; the body ends with CRLF. */
export function batchResponse(responses: readonly ApiResponse[]): ApiResponse {
  const boundary = `batchresponse_${randomUUID()}`;
  const parts = responses.map((response) => `--${boundary}\r\n${partText(response)}`);
  return {
    status: 200,
    headers: { 'Content-Type': `multipart/mixed; boundary=${boundary}` },
    body: `${parts.join('')}--${boundary}--\r\n`
  };
}

function boundaryIn(contentType: string): string | undefined {
  return /boundary="?([^";\s]+)"?/i.exec(contentType)?.[1];
}

function piecesBetween(lines: readonly string[], boundaries: ReadonlySet<string>): string[][] {
  const pieces: string[][] = [];
  let piece: string[] = [];
  for (const line of lines) {
    const marker = line.startsWith('--') ? line.trimEnd().slice(2) : '';
    if (boundaries.has(marker) || boundaries.has(marker.replace(/--$/, ''))) {
      pieces.push(piece);
      piece = [];
    } else piece.push(line);
  }
  return [...pieces, piece];
}

const requestLine = /^\S+ \S+ HTTP\/1\.[01]\s*$/;

function isRequest(piece: readonly string[]): boolean {
  return piece.some((line) => /^content-type:\s*application\/http/i.test(line) || requestLine.test(line));
}

function partOf(piece: readonly string[]): BatchPart | SharePointError {
  const start = piece.findIndex((line) => requestLine.test(line));
  const [method = '', address = ''] = (piece[start] ?? '').split(' ');
  if (start === -1 || !URL.canParse(address)) throw invalidClientQuery('A part of the batch has no request line with an absolute address.');
  const end = piece.findIndex((line, index) => index > start && line.trim() === '');
  const headers = Object.fromEntries(piece.slice(start + 1, end === -1 ? undefined : end).map(headerOf));
  const verb = verbOf(method, headers['x-http-method']);
  if (verb === undefined) return notImplemented(`${method} in a batch`);
  return { verb, url: new URL(address), headers, body: end === -1 ? '' : bodyOf(piece.slice(end + 1)) };
}

/** Line breaks around the body are the multipart's own; those in it are kept as they were. */
function bodyOf(lines: readonly string[]): string {
  return lines.join('\n').replace(/^[\r\n]+|[\r\n]+$/g, '');
}

function headerOf(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
}

function partText({ status, headers, body }: ApiResponse): string {
  const headerLines = Object.entries(headers).map(([name, value]) => `${name.toUpperCase()}: ${value}\r\n`);
  return [
    'Content-Type: application/http\r\n',
    'Content-Transfer-Encoding: binary\r\n',
    '\r\n',
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n`,
    ...headerLines,
    '\r\n',
    `${body.toString()}\r\n`
  ].join('');
}
