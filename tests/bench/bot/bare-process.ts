// The peer: the least a bot on the Teams SDK can be. It answers every message with one card and every press with another, after one row on disk when asked to.
import { App, type HttpRouteHandler } from '@microsoft/teams.apps';
import { cardAttachment } from '@microsoft/teams.api';
import Database from 'better-sqlite3';
import express from 'express';
import { UnsecuredJWT } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Card } from '../../../src/cards/card';
import { serveMeasurement } from './child-process';

interface Cards {
  readonly message: Card;
  readonly press: Card;
}

const cards = JSON.parse(process.env['BENCH_CARDS'] ?? '') as Cards;
const database = new Database(path.join(process.env['BENCH_FOLDER'] ?? '', 'bare.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE report (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT');
const insert = database.prepare('INSERT INTO report (content) VALUES (?)');

async function main(): Promise<void> {
  const handlers = new Map<string, HttpRouteHandler>();
  const app = new App({
    clientId: 'bare',
    token: () => Promise.resolve(new UnsecuredJWT({}).encode()),
    httpServerAdapter: { registerRoute: (_method, route, handler) => void handlers.set(route, handler) },
    dangerouslyAllowUnauthenticatedRequests: true,
    telemetry: { agent365: false }
  });
  app.on('message', async ({ activity, api }) => {
    await api.conversations.createActivity(activity.conversation.id, answerTo(activity));
  });
  app.on('card.action', ({ activity }) => {
    insert.run(JSON.stringify(activity.value));
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: cards.press };
  });
  await app.initialize();
  const handle = handlers.get('/api/messages');
  if (handle === undefined) throw new Error('The Teams library registered no handler.');
  const server = createServer(withHandler(handle));
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    serveMeasurement(`http://127.0.0.1:${port}/api/messages`, () => new Promise((resolve) => server.close(() => resolve())));
    server.on('close', () => database.close());
  });
}

type Message = Parameters<App['api']['conversations']['createActivity']>[1];

function answerTo({ recipient }: { readonly recipient: { readonly id: string } }): Message {
  const message = {
    type: 'message' as const,
    from: { id: recipient.id, role: 'bot' as const },
    attachments: [cardAttachment('adaptive', cards.message)]
  };
  return message;
}

function withHandler(handle: HttpRouteHandler): express.Express {
  const application = express();
  application.post('/api/messages', express.json(), async (request, response) => {
    const { status, body } = await handle({ headers: {}, body: request.body as unknown });
    response.status(status).json(body ?? {});
  });
  return application;
}

void main();
