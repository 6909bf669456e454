// A client under somebody else's control: sends what it likes, and judges the answers.
import { createHash } from 'node:crypto';
import { commandId } from '../../src/domain/command-id';
import { languages } from '../../src/domain/language';
import type { Person } from '../../src/domain/person';
import { text, type TextKey } from '../../src/i18n/text';
import type { Connector } from '../bot/connector';
import { tenantId } from '../lists/site';
import type { Ledger, Told } from './ledger';
import type { HostileRequest } from './requests';

export interface ClientOptions {
  /** The service's address. */
  readonly url: string;
  readonly connector: Connector;
  readonly ledger: Ledger;
  readonly senders: readonly Person[];
  readonly tokenOf: (person: Person) => Promise<string>;
}

interface Answered {
  readonly status: number;
  readonly body: string;
  /** What the bot sent meanwhile. */
  readonly sent: number;
}

type To<K extends HostileRequest['to']> = Extract<HostileRequest, { readonly to: K }>;

/** Sends the request and gives what is wrong with the answer, in words. `run` makes the keys of a run its own. */
export type Send = (request: HostileRequest, run: number) => Promise<readonly string[]>;

export function hostileClient(options: ClientOptions): Send {
  return async (request, run) => {
    const faults = await sent(options, request, run);
    return faults.map((fault) => `${fault}, to ${JSON.stringify(request).slice(0, 600)}`);
  };
}

async function sent(options: ClientOptions, request: HostileRequest, run: number): Promise<readonly string[]> {
  switch (request.to) {
    case 'command':
      return sendCommand(options, request, keyOf(request.key, run));
    case 'press':
      return sendPress(options, request, keyOf(request.key, run));
    case 'bot': {
      const activity: Record<string, unknown> = { ...activityOf(options, request.who), ...ours(request.fields) };
      return faultsOfBot(await post(options, '/api/messages', { body: JSON.stringify(activity) }), activity['type']);
    }
    case 'door':
      return faultsOfApi(await post(options, request.path, request));
  }
}

async function sendCommand(options: ClientOptions, { who, name, input, twice }: To<'command'>, key: string): Promise<readonly string[]> {
  const person = personAt(options, who);
  const headers = { authorization: `Bearer ${await options.tokenOf(person)}` };
  // An address cannot hold half a character.
  const place = Buffer.from(name.slice(0, 500)).toString();
  const give = () =>
    post(options, `/api/commands/${encodeURIComponent(place)}`, { headers, body: JSON.stringify({ command: key, input }) });
  const answers = await Promise.all(twice ? [give(), give()] : [give()]);
  for (const { status } of answers) {
    options.ledger.note(commandId({ name: place, personId: person.id, key }), toldByStatus(status, name));
  }
  return answers.flatMap(faultsOfApi);
}

/** It was received already; each row of an import is refused by itself, and so may all be. */
const mayWriteNothing: readonly string[] = ['acknowledge-incident', 'import-assets'];

function toldByStatus(status: number, name: string): Told {
  if (status === 200) return mayWriteNothing.includes(name) ? 'agreed' : 'accepted';
  return status === 202 ? 'kept' : 'refused';
}

const commandOfVerb: Readonly<Record<string, string>> = {
  'report-submit': 'report-incident',
  'report-stop': 'stop-report',
  acknowledge: 'acknowledge-incident'
};

async function sendPress(options: ClientOptions, { who, verb, data, fields }: To<'press'>, key: string): Promise<readonly string[]> {
  const keyed = typeof data === 'object' && data !== null && !Array.isArray(data) ? { formKey: key, ...data } : data;
  const action = { type: 'invoke', name: 'adaptiveCard/action', replyToId: 'shown-1', value: { action: { verb, data: keyed } } };
  const body = JSON.stringify({ ...activityOf(options, who), ...action, ...ours(fields) });
  const answer = await post(options, '/api/messages', { body });
  const name = typeof verb === 'string' ? commandOfVerb[verb] : undefined;
  const pressed = typeof keyed === 'object' && keyed !== null && 'formKey' in keyed ? keyed.formKey : undefined;
  if (name !== undefined && typeof pressed === 'string') {
    options.ledger.note(commandId({ name, personId: personAt(options, who).id, key: pressed }), toldByCard(answer));
  }
  return faultsOfBot(answer, 'invoke');
}

function toldByCard({ body }: Answered): Told {
  if (says(body, 'cards.receipt.title') || says(body, 'cards.stop.told')) return 'accepted';
  if (says(body, 'cards.acknowledged.title')) return 'agreed';
  return says(body, 'cards.waiting.title') || says(body, 'cards.kept.title') || says(body, 'cards.acknowledged.kept') ? 'kept' : 'refused';
}

function says(body: string, key: TextKey): boolean {
  return languages.some((language) => body.includes(JSON.stringify(text(language, key)).slice(1, -1)));
}

interface Posted {
  readonly body: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post({ url, connector }: ClientOptions, path: string, { body, method = 'POST', headers }: Posted): Promise<Answered> {
  const before = connector.deliveries.length;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method !== 'GET' && { body })
  });
  const answered = { status: response.status, body: await response.text() };
  return { ...answered, sent: connector.deliveries.splice(before).length };
}

function faultsOfApi({ status, body }: Answered): readonly string[] {
  if (status >= 500) return [`${status} ${body}`];
  return status >= 400 && !/"(?:reason|error)":"[a-z-]+"/.test(body) ? [`${status} without a reason`] : [];
}

/** A person is answered with a card or a sentence; what is no activity of ours is turned away with a reason. */
function faultsOfBot(answer: Answered, type: unknown): readonly string[] {
  const { status, body, sent } = answer;
  if (status !== 200) return faultsOfApi(answer);
  if (type === 'invoke' && !/"(?:value|text)":(?:"[^"]{10}|\{)/.test(body)) return [`an invoke was answered with "${body.slice(0, 200)}"`];
  if (type === 'message' && sent === 0) return ['a message was not answered'];
  return Buffer.byteLength(body) >= mostBytes ? ['a card too large for Teams'] : [];
}

const mostBytes = 28_000;

function personAt({ senders }: ClientOptions, number: number): Person {
  const person = senders[number % senders.length];
  if (person === undefined) throw new Error('There are no senders.');
  return person;
}

/** The same number is the same key within one run; another run has its own, or what it does would be done already. */
function keyOf(number: number, run: number): string {
  const hex = createHash('sha256').update(`${run} ${number}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function activityOf(options: ClientOptions, number: number): Readonly<Record<string, unknown>> {
  const { id, name } = personAt(options, number);
  return {
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl: options.connector.serviceUrl,
    locale: 'sv-SE',
    from: { id: `29:${id}`, aadObjectId: id, name },
    recipient: { id: '28:varna', name: 'Värna' },
    conversation: { id: `a:${id}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } }
  };
}

/** The fields with our tenant where they say so: who fuzzes does not know it. */
function ours(fields: object): object {
  return JSON.parse(JSON.stringify(fields).replaceAll('"our tenant"', JSON.stringify(tenantId))) as object;
}
