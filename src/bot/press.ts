// A pressed card: read strictly, carried out as whoever pressed it, answered within the time Teams waits.
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { readPress, type Press } from '../cards/card-data';
import { refusalCard, waitingCard } from '../cards/refusal';
import { text } from '../i18n/text';
import { isPersonal, type InboundActivity } from './activity';
import { pressAcknowledge } from './acknowledge';
import { pressInventory } from './answer-inventory';
import { pressReceiveReport } from './receive-report';
import type { Background } from './background';
import { pressDecide, pressReturn } from './decide';
import { pressDecideMeasure, pressDeclineMeasure } from './decide-measure';
import { pressFile } from './file-talk';
import { cardBody, messageBody } from './invoke-body';
import { showMyReports } from './my-reports';
import { pressReport, startReport, type Becomes, type Talk } from './report-talk';
import { addressOf, languageFor, rememberSender, sendPersonally, type Surroundings } from './surroundings';

export interface PressOptions {
  readonly around: Surroundings;
  readonly background: Background;
  /** Milliseconds from when the press came until the person is told that it takes longer. Teams waits 5 s (platform.md 2). */
  readonly patience: number;
}

/** Milliseconds a late result waits, so that the answer "it takes longer" is shown before it and does not take its place. */
const afterTheAnswer = 500;

type PressAnswer = ReturnType<typeof cardBody> | ReturnType<typeof messageBody>;

/** What a press may weigh: a card is at most 28 KB, and what is written in it at most as much again. */
const pressLimit = 100_000;

const InvokeValue = z.object({ action: z.object({ verb: z.unknown().optional(), data: z.unknown().optional() }) });

/** Never throws for what a client sent; whatever cannot be done is answered in words, with nothing changed. */
export async function answerPress(options: PressOptions, activity: InboundActivity): Promise<PressAnswer> {
  const { around, patience } = options;
  const runsOut = performance.now() + patience;
  const language = await languageFor(around, activity);
  const talk: Talk = { around, activity, language };
  const press = pressOf(activity.value);
  if (!isPersonal(activity)) return messageBody(await pressInCompany(talk, press));
  await rememberSender(around, activity);
  if (typeof press === 'string') return cardBody(refusalCard({ reason: press }, language));
  return cardBody(await inTime({ ...options, patience: runsOut - performance.now() }, talk, press));
}

/** What was pressed, or why it cannot be read. */
export function pressOf(value: unknown): Press | 'too-large' | 'invalid' {
  const invoked = InvokeValue.safeParse(value);
  if (!invoked.success) return 'invalid';
  const { verb, data } = invoked.data.action;
  if (JSON.stringify(data ?? {}).length > pressLimit) return 'too-large';
  return readPress(verb, data) ?? 'invalid';
}

/** In a channel a card is everybody's: a press there acts for whoever pressed, and only in their own chat. */
async function pressInCompany(talk: Talk, press: Press | string): Promise<string> {
  const opened = await personalCard(talk, press);
  if (opened === undefined) return text(talk.language, 'cards.elsewhere.only');
  const reached = await sendPersonally(talk.around, talk.activity, opened);
  return text(talk.language, reached ? 'cards.elsewhere.sent' : 'cards.elsewhere.not-reached');
}

async function personalCard(talk: Talk, press: Press | string): Promise<Becomes['card'] | undefined> {
  if (typeof press === 'string') return undefined;
  if (press.verb === 'report-open') return startReport(talk);
  return press.verb === 'my-reports' ? showMyReports(talk) : undefined;
}

/** When the work outlasts the patience, its result is put in the card's place as soon as it is there. */
async function inTime({ background, patience }: PressOptions, talk: Talk, press: Press): Promise<Becomes['card']> {
  const work = carryOut(talk, press);
  const first = await background.firstOf(work, patience);
  if (first === 'late') {
    background.add(Promise.all([work, setTimeout(afterTheAnswer)]).then(([becomes]) => putInPlace(talk, becomes)));
    return waitingCard({ press }, talk.language);
  }
  if (first.lasts !== undefined) await written(background, talk, first);
  return first.card;
}

/** Milliseconds that the answer to a press waits for its card to be in the message, at most. */
const longestWriting = 1_000;

/** Written after the answer, a step would be drawn anew under the hands of whoever has begun to answer it, and take their answer away. */
async function written(background: Background, talk: Talk, becomes: Becomes): Promise<void> {
  const writing = putInPlace(talk, becomes);
  background.add(writing);
  if (becomes.lasts === 'before-answer')
    await background.firstOf(
      writing.catch(() => undefined),
      longestWriting
    );
}

async function carryOut(talk: Talk, press: Press): Promise<Becomes> {
  try {
    return await dispatch(talk, press);
  } catch (failure) {
    talk.around.log.error({ err: failure, verb: press.verb }, 'A press could not be carried out');
    return { card: refusalCard({ reason: 'unexpected', retry: press }, talk.language) };
  }
}

async function dispatch(talk: Talk, press: Press): Promise<Becomes> {
  switch (press.verb) {
    case 'acknowledge':
      return pressAcknowledge(talk, press);
    case 'receive-report':
      return pressReceiveReport(talk, press);
    case 'decide-classification':
      return pressDecide(talk, press);
    case 'return-classification':
      return pressReturn(talk, press);
    case 'decide-measure':
      return pressDecideMeasure(talk, press);
    case 'decline-measure':
      return pressDeclineMeasure(talk, press);
    case 'inventory-complete':
    case 'inventory-missing':
      return pressInventory(talk, press);
    case 'attach-file':
      return pressFile(talk, press);
    case 'my-reports':
      return { card: await showMyReports(talk) };
    case 'report-open':
    case 'report-stop':
    case 'report-withdraw':
    case 'report-kind':
    case 'report-when':
    case 'report-where':
    case 'report-more':
    case 'report-asset':
    case 'report-submit':
    case 'report-back':
      return pressReport(talk, press);
  }
}

/**
 * The answer to an invoke changes the card for the moment only; the message itself keeps the old card, which comes back when the
 * chat is opened again (botbuilder-js issue 4635). So a result is written into the message too.
 */
async function putInPlace({ around, activity }: Talk, { card }: Becomes): Promise<void> {
  const { replyToId } = activity;
  await (replyToId === undefined
    ? around.outgoing.send(addressOf(activity), card)
    : around.outgoing.replace(addressOf(activity), replyToId, card));
}
