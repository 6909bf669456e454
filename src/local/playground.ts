// Teams chat on one machine: Microsoft's 365 Agents Playground, one instance per person, each a client of the same bot (platform.md 3).
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExamplePerson } from './example/people';

/** A person's chat. `url` is the page to open; `stop` ends the client and resolves when it has ended. */
export interface Chat {
  readonly person: ExamplePerson;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface ChatOptions {
  readonly person: ExamplePerson;
  /** Others in the group chat and the channels; the client wants five. */
  readonly others: readonly ExamplePerson[];
  readonly port: number;
  /** The bot's endpoint. */
  readonly endpoint: string;
  readonly tenantId: string;
  readonly botId: string;
  /** Where the client keeps its settings and its log. */
  readonly folder: string;
}

/** Starts the client and installs the bot for the person, so that the bot may write first (platform.md 2, proactive). */
export async function openChat(options: ChatOptions): Promise<Chat> {
  const { person, port, folder, endpoint } = options;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '.m365agentsplayground.yml'), clientSettings(options));
  const client = spawn(
    process.execPath,
    [require.resolve('@microsoft/m365agentsplayground/cli.js'), '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' } }
  );
  const url = `http://127.0.0.1:${port}`;
  await answering(client, `${url}/_debug/ping`, person.displayName);
  await install(url, chatIdOf(person));
  return { person, url, stop: () => stopped(client) };
}

/** The client's settings file; JSON is YAML. Names are the client's own, `userPrincipleName` included. */
function clientSettings({ person, others, tenantId, botId }: ChatOptions): string {
  const user = ({ id, displayName, userPrincipalName, mail }: ExamplePerson): Record<string, string> => {
    const [givenName = '', surname = ''] = displayName.split(' ');
    return { id: `29:${id}`, name: displayName, userPrincipleName: userPrincipalName, aadObjectId: id, givenName, surname, email: mail };
  };
  return JSON.stringify({
    version: '0.1.1',
    tenantId,
    bot: { id: botId, name: 'Värna' },
    currentUser: user(person),
    users: others.slice(0, 5).map(user),
    personalChat: { id: chatIdOf(person) },
    groupChat: { id: '19:grupp@thread.v2', name: 'Hemtjänstens planering' },
    team: {
      id: '19:hemtjansten@thread.tacv2',
      name: 'Hemtjänsten',
      aadGroupId: '0a5e1c0d-0000-4000-8000-00000000a001',
      channels: [{ id: '19:allmant@thread.tacv2', name: 'Allmänt' }]
    }
  });
}

const chatIdOf = ({ userPrincipalName }: ExamplePerson): string => `a:${userPrincipalName}`;

async function install(url: string, chatId: string): Promise<void> {
  const response = await fetch(`${url}/_debug/conversation/${encodeURIComponent(chatId)}/installation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'add' })
  });
  if (!response.ok) throw new Error(`The chat client at ${url} did not install the bot: HTTP ${response.status}.`);
}

/** Waits until the client answers; fails in words when it ends or stays silent. */
async function answering(client: ChildProcess, address: string, whose: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (client.exitCode !== null)
      throw new Error(`The chat client of ${whose} ended with ${client.exitCode} before it answered at ${address}.`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stopped(client);
  throw new Error(`The chat client of ${whose} did not answer at ${address} within 30 seconds.`);
}

function stopped(client: ChildProcess): Promise<void> {
  if (client.exitCode !== null || client.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    client.once('close', () => resolve());
    client.kill();
  });
}
