// Puts the parts of the service together around a record, and listens.
import type { HttpRouteHandler } from '@microsoft/teams.apps';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Conversations } from '../bot/desk';
import { channelNotices, handlersChannel } from '../domain/handlers-channel';
import type { Notice } from '../domain/notice';
import { tokenVerifier } from '../identity/verify-token';
import type { Context } from '../workflows/context';
import { isStillSo } from '../workflows/still-so';
import type { Tell } from '../workflows/telling';
import { actorOf } from './actors';
import { attachmentApi } from './attachment-api';
import { openAttaching } from './attaching';
import { botDoor } from './bot-door';
import type { ChatAttachingParts } from './chat-attaching';
import { commandApi } from './command-api';
import type { CommandSurroundings } from './command-line';
import { idleWithin, openCommands, type Commands } from './commands';
import { startDelivery } from './delivery';
import { forgetting } from './forgetting';
import { healthReport } from './health';
import { httpApplication } from './http';
import { httpServer, usualConnectionLimits, type ConnectionLimits } from './http-server';
import { addressOf, allowancePerMinute, limitPerMinute, usualLimits, type Allowance, type Limits } from './limits';
import type { IncidentFiles } from '../lists/incident-files';
import type { Pace } from './pace';
import { openRoom } from './room';
import type { Rounds } from './rounds';
import { startSchedule, type Job } from './schedule';
import { startSending, type SendNotice } from './sending';
import type { Settings } from './settings';
import type { ServiceState } from './state/service-state';
import { withinTime } from './time-limit';

/** Files in memory at the same time; each is held about twice while it is sent on. */
const filesAtOnce = 8;

/** For an answer to reach whoever asked, in milliseconds. */
const longestHandover = 1_500;

export interface Service {
  /** Without a trailing slash. */
  readonly url: string;
  /** Takes no more requests, finishes what it has in hand, closes its state. */
  readonly stop: () => Promise<void>;
}

/** What the bot is opened with. `conversations` wakes the outbox when a person becomes known. */
export interface BotSurroundings {
  readonly commands: Commands;
  readonly conversations: Conversations;
  readonly allowanceOf: (sender: string) => Promise<Allowance>;
  /** What takes a file from the chat, and what it must ask first. */
  readonly files: Omit<ChatAttachingParts, 'fetchFile'>;
}

export interface OpenBot {
  readonly handle: HttpRouteHandler;
  readonly send: SendNotice;
  /** Resolves when nothing begun by a press is still going on. */
  readonly idle: () => Promise<void>;
}

export interface ServiceParts {
  readonly settings: Settings;
  /** Closed when the service stops. */
  readonly state: ServiceState;
  readonly context: Context;
  readonly files: IncidentFiles;
  /** Throws when SharePoint does not answer. */
  readonly reachSharePoint: () => Promise<unknown>;
  readonly openBot: (surroundings: BotSurroundings) => Promise<OpenBot>;
  /** Scheduled work besides the state's own, given a way to tell people of what it finds. */
  readonly jobs: (tell: Tell) => readonly Job[];
  readonly now: () => Date;
  readonly pace: Pace;
  /** The usual ones when absent. */
  readonly limits?: Limits;
  readonly connectionLimits?: ConnectionLimits;
  readonly log: Logger;
}

/** Listens when it resolves, with what a stopped process left behind already on its way. */
export async function openService(parts: ServiceParts): Promise<Service> {
  const { settings, state, context, files, openBot, jobs, now, pace, log } = parts;
  const { limits = usualLimits, connectionLimits = usualConnectionLimits } = parts;
  const rounds: { sending?: Rounds; delivery?: Rounds } = {};
  const actor: CommandSurroundings['actorOf'] = (objectId, roles) => actorOf(context.directory, objectId, roles);
  const commands = openCommands({
    context,
    actorOf: actor,
    inbox: state.inbox,
    now,
    pace,
    log,
    alsoTold: (value) => toChannel(state.conversations, value),
    settled: () => rounds.sending?.wake(),
    postponed: () => rounds.delivery?.wake()
  });
  const tell: Tell = async (key, notices) => {
    await state.outbox.put({ key, at: now().toISOString(), notices });
    rounds.sending?.wake();
  };
  const conversations: Conversations = {
    ...state.conversations,
    remember: async (conversation) => {
      await state.conversations.remember(conversation);
      rounds.sending?.wake();
    }
  };
  const attach = openAttaching({ context, commands, files, actorOf: actor, log });
  const room = openRoom(filesAtOnce);
  const { handle, send, idle } = await openBot({
    commands,
    conversations,
    allowanceOf: allowancePerMinute(limits.activities),
    files: { attach, room, fileAllowanceOf: allowancePerMinute(limits.files) }
  });
  const verifyToken = tokenVerifier({ ...settings, audience: settings.apiAudience, now });
  const strangers = limitPerMinute(limits.refusals, addressOf);
  const door = { verifyToken, allowedOrigin: new URL(settings.site).origin, limits, strangers, log };
  const application = httpApplication({
    commandApi: commandApi({ commands, ...door }),
    attachmentApi: attachmentApi({ attach, room, ...door }),
    botDoor: botDoor({ settings, handle, strangers, now, log }),
    health: healthReport(parts),
    log
  });
  const server = httpServer(application, connectionLimits);
  const url = await listen(server, settings);
  rounds.sending = startSending({ state, send: onlyIfStillSo(context, send), now, pace, log });
  rounds.delivery = startDelivery({ inbox: state.inbox, commands, now, pace, log });
  const schedule = startSchedule({
    schedule: state.schedule,
    jobs: [forgetting(state.inbox, now), ...jobs(tell)],
    holder: randomUUID(),
    now,
    pace,
    log
  });
  state.listen(() => {
    rounds.sending?.wake();
    rounds.delivery?.wake();
  });
  log.info({ chat: settings.chat.kind, url }, 'listening');
  return {
    url,
    stop: async () => {
      await close(server, pace.answerWithin + longestHandover);
      await Promise.all([idle(), schedule.stop(), rounds.delivery?.stop(), rounds.sending?.stop()]);
      await idleWithin(commands, pace.answerWithin);
      await state.close();
    }
  };
}

/** What would be told to a channel that nobody has chosen would wait for it to be. */
async function toChannel(conversations: Conversations, value: unknown): Promise<readonly Notice[]> {
  const notices = channelNotices(value);
  if (notices.length === 0 || (await conversations.of(handlersChannel)) === undefined) return [];
  return notices;
}

/** A notice may have waited for somebody who was not reached: what has been answered since is not asked of them. */
function onlyIfStillSo(context: Context, send: SendNotice): SendNotice {
  return async (notice) => ((await isStillSo(context, notice)) ? send(notice) : { kind: 'outdated' });
}

function listen(server: Server, { host, port }: Settings): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { address, port: given, family } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${given}`);
    });
  });
}

/** Requests in hand are answered; connections that are still open after that are closed. */
async function close(server: Server, milliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
  });
  server.closeIdleConnections();
  if ((await withinTime(closed, milliseconds)) === 'too-late') server.closeAllConnections();
  await closed;
}
