// The two doors of the service as a person uses them: a press that is not answered is pressed again, with the same key, as Teams and the tab do.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Card } from '../../src/cards/card';
import { commandId } from '../../src/domain/command-id';
import type { Person } from '../../src/domain/person';
import { localIds } from '../../src/local/identity';
import type { Chance } from './chance';
import type { Given, Promises } from './promises';

/** Where people find the service and the chat. */
export interface Doors {
  readonly serviceUrl: () => string;
  readonly chatUrl: string;
  readonly tokenOf: (person: Person) => Promise<string>;
  readonly promises: Promises;
  readonly chance: Chance;
}

/** As Teams: after the first, twice at most. */
const mostRepeats = 2;
const longestWait = 8_000;

/** Gives a command through the API. The promise is noted, and given back. */
export async function giveCommand(doors: Doors, by: Person, name: string, input: unknown): Promise<Given> {
  const key = randomUUID();
  const token = await doors.tokenOf(by);
  const answers = await pressed(doors, () => post(`${doors.serviceUrl()}/api/commands/${name}`, { command: key, input }, token));
  return { command: commandId({ name, personId: by.id, key }), name, by, door: 'api', input, ...endingOf(answers) };
}

/** The same, but looked for again until it is known how it ended; for whoever needs the number to go on. */
export async function giveAndSee(doors: Doors, by: Person, name: string, input: unknown): Promise<Given> {
  const key = randomUUID();
  const token = await doors.tokenOf(by);
  const answers: Reply[] = [];
  for (let looks = 0; looks < mostLooks; looks += 1) {
    answers.push(...(await pressed(doors, () => post(`${doors.serviceUrl()}/api/commands/${name}`, { command: key, input }, token))));
    const { ending } = endingOf(answers);
    if (ending === 'done' || ending === 'refused') break;
    await pause(doors.chance.between(300, 900));
  }
  return { command: commandId({ name, personId: by.id, key }), name, by, door: 'api', input, ...endingOf(answers) };
}

const mostLooks = 20;

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const ApiBody = z.object({ ok: z.boolean(), value: z.unknown(), kept: z.literal(true).optional() });

/** The last answer that says anything decides; a fault of the service's is no answer. */
function endingOf(answers: readonly Reply[]): Pick<Given, 'ending' | 'value' | 'wasKept'> {
  const said = answers.filter(({ status }) => status > 0 && status < 500);
  const wasKept = said.some(({ status }) => status === 202);
  const last = said.find(({ status }) => status === 200) ?? said.at(-1);
  if (last === undefined) return { ending: 'none', wasKept };
  if (last.status === 200) return { ending: 'done', value: ApiBody.parse(last.body).value, wasKept };
  return last.status === 202 ? { ending: 'kept', wasKept } : { ending: 'refused', value: last.body, wasKept };
}

/** Some press again although they have been answered. */
const impatience = 0.15;

/** Presses once and, while no answer comes, again. */
async function pressed(doors: Doors, press: () => Promise<Reply>): Promise<readonly Reply[]> {
  const answers: Reply[] = [];
  for (let repeats = 0; repeats <= mostRepeats; repeats += 1) {
    doors.promises.requests += 1;
    if (repeats > 0) doors.promises.repeats += 1;
    const answer = await press();
    answers.push(answer);
    if (answer.status > 0 && answer.status < 500) {
      if (doors.chance.happens(impatience)) await pressedOnceMore(doors, press);
      break;
    }
    await pause(doors.chance.between(500, 2_500));
  }
  return answers;
}

/** The person has gone by then: what it is answered is seen by nobody. */
async function pressedOnceMore({ promises }: Doors, press: () => Promise<Reply>): Promise<void> {
  promises.requests += 1;
  promises.repeats += 1;
  await press();
}

/** Status 0 when nothing came back. */
async function post(url: string, body: unknown, token?: string): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(longestWait)
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return { status: 0, body: undefined };
  }
}

const CardBody = z.object({ type: z.literal('application/vnd.microsoft.card.adaptive'), value: z.custom<Card>() });

/** A press in the person's own chat: the card it becomes, or `undefined` when no card came back however often it was pressed. */
export async function pressCard(doors: Doors, by: Person, action: object): Promise<Card | undefined> {
  const answers = await pressed(doors, () =>
    activity(doors, by, { type: 'invoke', name: 'adaptiveCard/action', replyToId: 'shown-1', value: { action } })
  );
  return CardBody.safeParse(answers.at(-1)?.body).data?.value;
}

/** Whether the bot took the message. */
export async function writeToBot(doors: Doors, by: Person, text: string): Promise<boolean> {
  const answers = await pressed(doors, () => activity(doors, by, { type: 'message', text }));
  return answers.at(-1)?.status === 200;
}

export async function installBot(doors: Doors, by: Person): Promise<void> {
  const { status } = await activity(doors, by, { type: 'installationUpdate', action: 'add' });
  if (status !== 200) throw new Error(`Installing the bot for a person was answered ${status}.`);
}

/** Each activity has an id of its own, also when it is the same press again. */
function activity(doors: Doors, by: Person, said: object): Promise<Reply> {
  return post(`${doors.serviceUrl()}/api/messages`, {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: doors.chatUrl,
    locale: 'sv-SE',
    from: { id: `29:${by.id}`, aadObjectId: by.id, name: by.name },
    recipient: { id: '28:varna', name: 'Värna' },
    conversation: { id: `a:${by.id}`, conversationType: 'personal', tenantId: localIds.tenant },
    channelData: { tenant: { id: localIds.tenant } },
    ...said
  });
}
