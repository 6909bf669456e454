// How Entra's endpoints read a form and send an answer.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer, ready to send. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const largestForm = 64 * 1024;

/** The form in the body, or `undefined` when the body is something else or over 64 KB. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestForm) chunks.push(chunk);
  }
  if (size > largestForm) return undefined;
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** An answer in JSON that nobody may keep. */
export function jsonReply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', pragma: 'no-cache', ...headers },
    body: JSON.stringify(body)
  };
}

/** Sends the answer; to HEAD without its body, as Node does by itself. */
export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, reply.headers).end(reply.body);
}
