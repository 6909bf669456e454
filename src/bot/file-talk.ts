// A picture or a file in the chat after a report: it goes to the sender's open case, or to the one they choose when there are several.
import type { Card } from '../cards/card';
import type { Press } from '../cards/card-data';
import { fileAddedCard, fileKeptCard, fileLaterCard, fileWithoutCaseCard, whichCaseCard } from '../cards/file-cards';
import { refusalCard, unknownPersonCard } from '../cards/refusal';
import { commandId } from '../domain/command-id';
import type { Marked } from '../domain/exercise';
import type { Incident } from '../domain/incident';
import { isSettled } from '../domain/incident-moves';
import type { Actor } from '../domain/person';
import type { AttachedAnswer } from './desk';
import type { Becomes, Talk } from './report-talk';
import type { SharedFile } from './shared-files';
import { addressOf, phonesOf, senderOf } from './surroundings';

export type FilePress = Extract<Press, { readonly verb: 'attach-file' }>;

/** A card for each file, and each file may take a while to fetch. */
const mostAtOnce = 5;

/** Sends a card for each file, in order. Never throws: whoever sent them has had their answer. */
export async function takeFiles(talk: Talk, files: readonly SharedFile[]): Promise<void> {
  const send = (card: Card): Promise<unknown> => talk.around.outgoing.send(addressOf(talk.activity), card);
  const cases = await casesOf(talk);
  if ('card' in cases) {
    await send(cases.card);
    return;
  }
  for (const [index, file] of files.slice(0, mostAtOnce).entries()) await send(await answerTo(talk, cases, { file, index }));
  if (files.length > mostAtOnce) await send(refusalCard({ reason: 'files-at-once' }, talk.language));
}

/** With the words that open a report: it has no case to go to yet. */
export async function askForFilesLater({ around, activity, language }: Talk): Promise<void> {
  await around.outgoing.send(addressOf(activity), fileLaterCard(language));
}

export async function pressFile(talk: Talk, press: FilePress): Promise<Becomes> {
  const sender = await senderOf(talk.around, talk.activity);
  if (sender === 'unknown') return { card: unknownPersonCard({ itPhone: (await phonesOf(talk.around)).it }, talk.language) };
  if (sender === 'unreadable') {
    return { card: refusalCard({ reason: 'could-not-read', what: 'person', retry: press }, talk.language) };
  }
  const { formKey: key, reference, exercise, ...file } = press.data;
  const answer = await attach(talk, { actor: sender.known, key, reference, file });
  const retry = !answer.ok && isWorthRetrying(answer.reason) ? press : undefined;
  return { card: cardOf(talk, { answer, reference, name: file.name, exercise, retry }), ...(answer.ok && { lasts: 'after-answer' }) };
}

interface Cases {
  readonly actor: Actor;
  /** Newest first; at least one. */
  readonly open: readonly Incident[];
}

async function casesOf(talk: Talk): Promise<Cases | { readonly card: Card }> {
  const { around, activity, language } = talk;
  const sender = await senderOf(around, activity);
  if (sender === 'unknown') return { card: unknownPersonCard({ itPhone: (await phonesOf(around)).it }, language) };
  if (sender === 'unreadable') return { card: refusalCard({ reason: 'could-not-read', what: 'person' }, language) };
  const reports = await around.desk.myReports(sender.known.person);
  if (!reports.ok) return { card: refusalCard({ reason: 'could-not-read', what: 'my-reports' }, language) };
  const open = reports.value.filter(({ state }) => !isSettled(state));
  return open.length === 0 ? { card: fileWithoutCaseCard(language) } : { actor: sender.known, open };
}

/** Nothing is fetched before it is known where it is to go. A message that Teams hands over twice is the same file. */
async function answerTo(
  talk: Talk,
  { actor, open }: Cases,
  { file, index }: { readonly file: SharedFile; readonly index: number }
): Promise<Card> {
  const { around, activity, language } = talk;
  const [only, ...others] = open;
  if (only === undefined || others.length > 0) return whichCaseCard({ file, incidents: open, key: around.desk.newKey() }, language);
  const { reference, exercise } = only;
  const key = `${activity.id ?? around.desk.newKey()} ${index}`;
  return cardOf(talk, { answer: await attach(talk, { actor, key, reference, file }), reference, name: file.name, exercise });
}

interface Attaching {
  readonly actor: Actor;
  readonly key: string;
  readonly reference: string;
  readonly file: SharedFile;
}

async function attach({ around }: Talk, { actor, key, reference, file }: Attaching): Promise<AttachedAnswer> {
  const command = commandId({ name: 'add-attachment', personId: actor.person.id, key });
  try {
    return await around.desk.attach({ command, actor, reference, file });
  } catch (failure) {
    around.log.error({ err: failure, command }, 'A file could not be given to the record');
    return { ok: false, reason: 'unexpected' };
  }
}

interface Outcome extends Marked {
  readonly answer: AttachedAnswer;
  readonly reference: string;
  readonly name: string;
  readonly retry?: Press | undefined;
}

function cardOf({ language }: Talk, { answer, reference, name, exercise, retry }: Outcome): Card {
  if (!answer.ok) return refusalCard({ ...answer, retry }, language);
  return 'kept' in answer ? fileKeptCard({ reference, name, exercise }, language) : fileAddedCard({ reference, name, exercise }, language);
}

function isWorthRetrying(reason: string): boolean {
  return ['file-not-kept', 'too-many', 'unexpected', 'overtaken'].includes(reason);
}
