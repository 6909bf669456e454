// The ports of the local municipality, each with a name, and what to say when one is in use.
import { createServer } from 'node:net';

export interface Port {
  readonly name: string;
  readonly port: number;
}

/** Those of the ports that another program holds. */
export async function portsInUse(ports: readonly Port[]): Promise<readonly Port[]> {
  const free = await Promise.all(ports.map(({ port }) => isFree(port)));
  return ports.filter((_, index) => free[index] === false);
}

/** Each port by name, and what to do. */
export function portsInWords(inUse: readonly Port[]): string {
  const lines = inUse.map(({ name, port }) => `  port ${port} (${name}) is used by another program`);
  return [
    'Värna cannot start:',
    ...lines,
    'Perhaps Värna is already running in another window: stop it there with Ctrl-C.',
    'Otherwise stop the other program, or choose other ports: npm start -- --ports 6170 (the first of five in a row).'
  ].join('\n');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
