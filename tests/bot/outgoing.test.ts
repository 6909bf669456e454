// Behaviour: what the bot says to the Bot Connector itself, over HTTP, and how it takes what comes back.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { ConnectorRefusal, createOutgoing, type Address } from '../../src/bot/outgoing';
import type { Card } from '../../src/cards/card';

const card: Card = { type: 'AdaptiveCard', version: '1.5', body: [], speak: 'Incidenten är mottagen.' };

let server: Server;
let address: Address;
let asked: { readonly method: string; readonly url: string; readonly token: string; readonly body: unknown }[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  answer = (_request, response) => response.writeHead(201).end('{"id":"1:2"}');
  server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  address = { serviceUrl: `http://127.0.0.1:${port}/emea/`, conversationId: 'a:maja', botId: '28:varna' };
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method = '', url = '', headers } = request;
  asked.push({ method, url, token: headers.authorization ?? '', body: JSON.parse(Buffer.concat(parts).toString('utf8')) });
  answer(request, response);
}

let tokens = 0;
const outgoing = createOutgoing(() => Promise.resolve(`token-${++tokens}`));

it('sends a card as the bot, with a summary for the notice, and gives its id', async () => {
  expect(await outgoing.send(address, card)).toBe('1:2');
  expect(asked).toEqual([
    {
      method: 'POST',
      url: '/emea/v3/conversations/a:maja/activities',
      token: `Bearer token-${tokens}`,
      body: {
        type: 'message',
        from: { id: '28:varna', role: 'bot' },
        summary: 'Incidenten är mottagen.',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }]
      }
    }
  ]);
});

it('asks for the token anew for each card, so that one that has run out is not used', async () => {
  await outgoing.send(address, card);
  await outgoing.send(address, card);
  expect(asked[0]?.token).not.toBe(asked[1]?.token);
});

it('puts a card in place of another, also when the answer is empty', async () => {
  answer = (_request, response) => response.writeHead(200).end();
  await outgoing.replace(address, '1:1', card);
  expect(asked).toMatchObject([{ method: 'PUT', url: '/emea/v3/conversations/a:maja/activities/1:1', body: { type: 'message' } }]);
});

it('leaves the last of several cards in the same place, however slowly the first is taken', async () => {
  const put = (speak: string): Promise<void> => outgoing.replace(address, '1:1', { ...card, speak });
  let takeFirst: (() => void) | undefined;
  answer = (_request, response) => (takeFirst = () => response.writeHead(200).end());
  const first = put('first');
  while (takeFirst === undefined) await setTimeout(5);
  answer = (_request, response) => response.writeHead(200).end();
  const later = [put('second'), put('third')];
  takeFirst();
  await Promise.all([first, ...later]);
  expect(asked.map(({ body }) => (body as { summary: string }).summary)).toEqual(['first', 'third']);
});

it('puts a card in its place also when the one before could not be', async () => {
  answer = (_request, response) => response.writeHead(502).end();
  const first = outgoing.replace(address, '1:1', card);
  await expect(first).rejects.toMatchObject({ status: 502 });
  answer = (_request, response) => response.writeHead(200).end();
  await outgoing.replace(address, '1:1', { ...card, speak: 'second' });
  expect(asked.at(-1)).toMatchObject({ body: { summary: 'second' } });
});

it.each([
  ['how long to wait', { 'retry-after': '7' }, 7],
  ['a date to wait for', { 'retry-after': 'Fri, 27 Nov 2026 08:00:00 GMT' }, undefined],
  ['nothing of when', {}, undefined]
])('says what the connector refused, with %s', async (_case, headers: Record<string, string>, retryAfter) => {
  answer = (_request, response) => response.writeHead(429, headers).end('{}');
  const refusal = await outgoing.send(address, card).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ConnectorRefusal);
  expect(refusal).toMatchObject({ status: 429, retryAfter });
});

it('follows nobody elsewhere with the token', async () => {
  answer = (request, response) => {
    if (request.url?.includes('elsewhere') === true) response.writeHead(201).end('{"id":"1:2"}');
    else response.writeHead(307, { location: '/elsewhere' }).end();
  };
  await expect(outgoing.send(address, card)).rejects.toThrow('fetch failed');
  expect(asked).toHaveLength(1);
});

it('takes an answer without an id for no answer', async () => {
  answer = (_request, response) => response.writeHead(201).end('{}');
  await expect(outgoing.send(address, card)).rejects.toThrow();
});
