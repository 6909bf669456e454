// Many people writing and pressing at once, over connections that are kept: how many are answered a second, and how long each waits.
import { Agent, request } from 'node:http';

export interface Load {
  readonly url: string;
  /** How many wait for their answer at once. */
  readonly atOnce: number;
  readonly total: number;
  /** The n:th activity. */
  readonly activity: (n: number) => unknown;
  /** Throws when the answer is not what was asked for: a refusal is quick and must not be counted. */
  readonly check?: (answer: string) => void;
}

export interface Carried {
  readonly perSecond: number;
  /** Milliseconds within which 99 of 100 were answered. */
  readonly p99: number;
}

export async function carry({ url, atOnce, total, activity, check }: Load): Promise<Carried> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const waits: number[] = [];
  let next = 0;
  const person = async (): Promise<void> => {
    while (next < total) {
      const body = JSON.stringify(activity(next++));
      const asked = performance.now();
      const answer = await post(url, body, agent);
      waits.push(performance.now() - asked);
      check?.(answer);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, person));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  waits.sort((a, b) => a - b);
  return { perSecond: total / seconds, p99: waits[Math.ceil(total * 0.99) - 1] ?? 0 };
}

function post(url: string, body: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const answer = Buffer.concat(parts).toString('utf8');
        if (response.statusCode === 200) resolve(answer);
        else reject(new Error(`The bot answered ${response.statusCode}: ${answer}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
