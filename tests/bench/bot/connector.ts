// The Bot Connector that the measured bots send to: it takes every card at once, and keeps the last one.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Card } from '../../../src/cards/card';

export interface Taking {
  readonly serviceUrl: string;
  readonly lastCard: () => Card;
  readonly stop: () => void;
}

export async function takeCards(): Promise<Taking> {
  let last = '';
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      last = Buffer.concat(parts).toString('utf8');
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"sent"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lastCard: () => {
      const [attachment] = (JSON.parse(last) as { attachments: readonly { content: Card }[] }).attachments;
      if (attachment === undefined) throw new Error('No card was sent.');
      return attachment.content;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    }
  };
}
