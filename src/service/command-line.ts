// How one kind of command is carried out: kept on disk first, answered in time, delivered later when SharePoint is away, and never twice.
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Notice } from '../domain/notice';
import { refused, type Done, type Refused } from '../domain/outcome';
import { rolesThatMatter, type Act } from '../domain/permissions';
import type { Actor, Role } from '../domain/person';
import type { Answer, Context, Overtaken, RefusedNaming, Request } from '../workflows/context';
import { faultOf } from './log';
import { later, retryAt, type Pace } from './pace';
import type { Inbox, WaitingCommand } from './state/service-state';
import { withinTime } from './time-limit';

/** Saved here, and done when SharePoint answers again. */
export interface Kept {
  readonly ok: true;
  readonly kept: true;
}

/** `invalid`: the input is not what the command takes, or its key is another command's. `not-allowed` also when the person is not in the directory. */
export type CommandAnswer<V, R extends string> = Done<V> | Kept | Refused<R | 'invalid' | 'not-allowed'> | RefusedNaming<R> | Overtaken;

/** `actor` is the Entra object id from a verified token or activity; `input` has not been looked at. */
export interface CommandGiven {
  readonly command: string;
  readonly actor: string;
  readonly input: unknown;
}

export interface CommandLine<V, R extends string> {
  /** Answers within the pace's `answerWithin`. Throws only when the command could not be kept. */
  readonly carryOut: (given: CommandGiven) => Promise<CommandAnswer<V, R>>;
  /** Tries again what waits in the inbox and has been taken in hand; what fails is postponed. */
  readonly deliver: (waiting: WaitingCommand) => Promise<void>;
  /** Resolves when the commands in hand have ended or been postponed. */
  readonly idle: () => Promise<void>;
}

export interface CommandDefinition<I, V, R extends string> {
  readonly name: string;
  readonly input: z.ZodType<I>;
  readonly carryOut: (context: Context, request: Request<I>) => Promise<Answer<V, R>>;
  /** What the person is told when it was done after they had gone. */
  readonly doneLater?: (value: V) => readonly Notice[];
  /** Its rows in the table of who may do what (src/domain/permissions.ts); of the person's roles, those that matter there are read. */
  readonly acts: readonly [Act, ...Act[]];
  /** How long whoever gives it waits for the answer, in milliseconds, where that is not the pace's: for much work at once, from the tab alone. */
  readonly answerWithin?: number;
  /** The workflow reads the roles itself, together with the rest of what it asks for first. */
  readonly readsRoles?: true;
  /** The record names nobody (H52), so neither does the inbox once it is settled. */
  readonly namesNobody?: true;
}

export interface CommandSurroundings {
  readonly context: Context;
  /** The person with those of the roles that they hold now, or `undefined` when the directory does not have them. Throws when it could not be read. */
  readonly actorOf: (objectId: string, roles: readonly Role[]) => Promise<Actor | undefined>;
  readonly inbox: Inbox;
  readonly now: () => Date;
  readonly pace: Pace;
  readonly log: Logger;
  /** Whom else is to be told of what came of a command: the handlers' channel. */
  readonly alsoTold: (value: unknown) => Promise<readonly Notice[]>;
  /** Called when a command was settled: its notices wait in the outbox. */
  readonly settled: () => void;
  /** Called when a command was postponed. */
  readonly postponed: () => void;
}

/** A command in hand. Whoever gives the same key meanwhile waits for the same run. */
interface Run<V, R extends string> {
  readonly answer: Promise<CommandAnswer<V, R>>;
  /** The person was told "kept", or is not there to be told: the outcome goes to them as a notice. */
  isLate: boolean;
  /** The outcome is known, only the inbox is still being settled. */
  isDecided: boolean;
}

export function openCommandLine<I, V, R extends string>(
  definition: CommandDefinition<I, V, R>,
  surroundings: CommandSurroundings
): CommandLine<V, R> {
  const { inbox, now, pace } = surroundings;
  const runs = new Map<string, Run<V, R>>();

  function start(given: WaitingCommand, input: I, isLate: boolean): Run<V, R> {
    const run: Run<V, R> = {
      isLate,
      isDecided: false,
      answer: Promise.resolve()
        .then(() => settled({ definition, surroundings, given, input, run }))
        .catch((error: unknown) => kept({ definition, surroundings, given, run }, error))
        .finally(() => runs.delete(given.command))
    };
    runs.set(given.command, run);
    return run;
  }

  /**
   * A run that is decided was settled before a command that is kept anew, which waits once more and is carried out again to the same effect. Whoever
   * gave before what waits without a run may have been told "kept" by a process that has died, so the outcome goes to them as a notice too.
   */
  async function runFor(given: WaitingCommand, input: I, isWaiting: boolean): Promise<Run<V, R>> {
    for (let run = runs.get(given.command); run !== undefined; run = runs.get(given.command)) {
      if (isWaiting || !run.isDecided) return run;
      await run.answer;
    }
    return start(given, input, isWaiting);
  }

  return {
    carryOut: async ({ command, actor, input: unread }) => {
      const input = definition.input.safeParse(unread);
      if (!input.success) return refused('invalid');
      const receivedAt = now().toISOString();
      const given = { command, actor, name: definition.name, input: input.data, receivedAt, takeUpAt: later(now(), pace.takeUpAfter) };
      const put = await inbox.put(given);
      if (put === 'foreign-key') return refused('invalid');
      return inTime(await runFor({ ...given, attempts: 0 }, input.data, put === 'waiting'), definition.answerWithin ?? pace.answerWithin);
    },
    deliver: async (waiting) => {
      const run = runs.get(waiting.command);
      if (run === undefined) await start(waiting, definition.input.parse(waiting.input), true).answer;
      else if (isKept(await run.answer)) await postponed(waiting, surroundings);
    },
    idle: async () => {
      await Promise.allSettled([...runs.values()].map(({ answer }) => answer));
    }
  };
}

interface Step<I, V, R extends string> {
  readonly definition: CommandDefinition<I, V, R>;
  readonly surroundings: CommandSurroundings;
  readonly given: WaitingCommand;
  readonly run: Run<V, R>;
}

async function settled<I, V, R extends string>(step: Step<I, V, R> & { readonly input: I }): Promise<CommandAnswer<V, R>> {
  const { definition, surroundings, given, run, input } = step;
  const started = surroundings.now().getTime();
  const actor = await surroundings.actorOf(given.actor, definition.readsRoles === true ? [] : rolesThatMatter(...definition.acts));
  const answer =
    actor === undefined
      ? refused('not-allowed' as const)
      : await definition.carryOut(surroundings.context, { command: given.command, actor, input });
  run.isDecided = true;
  await surroundings.inbox.settle({
    command: given.command,
    outcome: answer.ok ? 'done' : 'refused',
    at: surroundings.now().toISOString(),
    notices: [
      ...(answer.ok ? [...answer.notices, ...(await surroundings.alsoTold(answer.value))] : []),
      ...(run.isLate ? laterNotices(step, answer) : [])
    ],
    forgetActor: definition.namesNobody === true
  });
  const milliseconds = surroundings.now().getTime() - started;
  surroundings.log.info(
    { command: definition.name, outcome: answer.ok ? 'done' : answer.reason, late: run.isLate, milliseconds },
    'command settled'
  );
  surroundings.settled();
  return answer.ok ? { ok: true, value: answer.value } : answer;
}

function laterNotices<I, V, R extends string>(
  { definition, given }: Step<I, V, R>,
  answer: Answer<V, R> | Refused<'not-allowed'>
): readonly Notice[] {
  if (answer.ok) return definition.doneLater?.(answer.value) ?? [];
  const { ok: _ok, ...refusal } = answer;
  return [{ kind: 'command-refused', to: given.actor, command: definition.name, ...refusal }];
}

/** Whatever was thrown, the command stays in the inbox: nothing a person has given is lost to a fault of ours or of SharePoint's. */
async function kept<I, V, R extends string>({ definition, surroundings, given, run }: Step<I, V, R>, error: unknown): Promise<Kept> {
  surroundings.log.warn({ command: definition.name, attempts: given.attempts + 1, fault: faultOf(error) }, 'command kept for later');
  run.isLate = true;
  await postponed(given, surroundings);
  return { ok: true, kept: true };
}

async function postponed(given: WaitingCommand, { inbox, now, pace, postponed: tell }: CommandSurroundings): Promise<void> {
  const attempts = given.attempts + 1;
  await inbox.postpone(given, { attempts, at: retryAt(now(), attempts, pace) });
  tell();
}

function isKept<V, R extends string>(answer: CommandAnswer<V, R>): answer is Kept {
  return answer.ok && 'kept' in answer;
}

/** The run's answer, or "kept" when it takes longer than `milliseconds`; the run goes on all the same. */
async function inTime<V, R extends string>(run: Run<V, R>, milliseconds: number): Promise<CommandAnswer<V, R>> {
  const first = await withinTime(run.answer, milliseconds);
  if (first !== 'too-late') return first;
  if (run.isDecided) return run.answer;
  run.isLate = true;
  return { ok: true, kept: true };
}
