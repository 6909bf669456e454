// The desk the bot asks at: commands through the inbox, reports and telephone numbers from SharePoint, people from the directory.
import type { SPFI } from '@pnp/sp';
import { randomUUID } from 'node:crypto';
import type { BotDesk, Conversations, DeskAnswer, DeskCommand, DeskCommands, DeskRequest } from '../bot/desk';
import { findAssets } from '../domain/asset-search';
import { choosesChannel } from '../domain/handlers-channel';
import type { Person } from '../domain/person';
import { followAssets } from '../lists/assets';
import { readMyIncidents } from '../lists/incidents';
import { readSettings, type SettingsRead } from '../lists/settings';
import { isSharePointError } from '../lists/sharepoint-error';
import type { Directory } from '../workflows/context';
import type { Commands } from './commands';
import { lastKnown } from './last-known';
import { remembered } from './remembered';
import { tabLink } from './tab-link';
import { withinTime } from './time-limit';

export interface BotDeskOptions {
  readonly sp: SPFI;
  readonly directory: Directory;
  readonly commands: Commands;
  readonly conversations: Conversations;
  readonly attach: BotDesk['attach'];
  readonly now: () => Date;
}

type Lines = { readonly [C in DeskCommand]: (request: DeskRequest<C>) => Promise<DeskAnswer<DeskCommands[C]['value']>> };

/** How soon a telephone number changed in the list is shown on the cards. */
const rememberedMilliseconds = 60_000;

/** A card is shown with the numbers as they were read last rather than wait longer for SharePoint. */
const longestMilliseconds = 1_000;

/** How long somebody with something to report waits for the register, in milliseconds. */
const longestSearch = 2_500;

export function botDesk({ sp, directory, commands, conversations, attach, now }: BotDeskOptions): BotDesk {
  const settings = remembered(() => readSettings(sp), { milliseconds: rememberedMilliseconds, now });
  const siteSettings = lastKnown<SettingsRead>(() => settings('site'), longestMilliseconds);
  const assets = followAssets(sp);
  const person = lastKnownPerson((id) => directory.person(id));
  const lines: Lines = {
    'report-incident': (request) => commands['report-incident'].carryOut(given(request)),
    'acknowledge-incident': (request) => commands['acknowledge-incident'].carryOut(given(request)),
    'receive-report': (request) => commands['receive-report'].carryOut(given(request)),
    'decide-classification': (request) => commands['decide-classification'].carryOut(given(request)),
    'return-classification': (request) => commands['return-classification'].carryOut(given(request)),
    'decide-measure': (request) => commands['decide-measure'].carryOut(given(request)),
    'decline-measure': (request) => commands['decline-measure'].carryOut(given(request)),
    'answer-inventory': (request) => commands['answer-inventory'].carryOut(given(request)),
    'stop-report': (request) => commands['stop-report'].carryOut(given(request))
  };
  return {
    // Whoever carries out a command reads the roles then; no card depends on them, so a report can be taken in while SharePoint is away.
    actorOf: async (objectId) => {
      const found = await person(objectId);
      return found && { person: found, roles: [] };
    },
    run: (name, request) => lines[name](request),
    attach,
    myReports: (reporter) => myReports(sp, reporter),
    findAssets: async (typed) => {
      const rows = await withinTime(assets.rows(), longestSearch);
      if (rows === 'too-late') throw new Error('The register of assets took too long.');
      return findAssets(
        typed,
        rows.flatMap((row) => (row.broken ? [] : [row.state]))
      );
    },
    phones: async () => {
      const { 'it-phone': it, 'security-protection-phone': securityProtection } = (await siteSettings()).settings;
      return { it, securityProtection };
    },
    tabUrl: async (reference) => {
      const { 'tab-url': tabUrl } = (await siteSettings()).settings;
      return tabUrl && tabLink(tabUrl, reference);
    },
    levelNumbers: async () => (await siteSettings()).levelNumbers,
    mayChooseChannel: async (personId) => {
      const groups = await Promise.all(choosesChannel.map((role) => directory.membersOf(role)));
      return groups.flat().some(({ id }) => id === personId);
    },
    conversations,
    newKey: randomUUID
  };
}

function given<C extends DeskCommand>({ command, actor, input }: DeskRequest<C>) {
  return { command, actor: actor.person.id, input };
}

/** Who somebody was when last asked, for the time the directory does not answer. */
function lastKnownPerson(ask: (id: string) => Promise<Person | undefined>): (id: string) => Promise<Person | undefined> {
  const known = new Map<string, Person>();
  return async (id) => {
    try {
      const person = await ask(id);
      if (person === undefined) known.delete(id);
      else known.set(id, person);
      return person;
    } catch (error) {
      const person = known.get(id);
      if (person === undefined) throw error;
      return person;
    }
  };
}

/** A list with a row that cannot be read is not shown as if it were whole. */
async function myReports(sp: SPFI, reporter: Person): ReturnType<BotDesk['myReports']> {
  try {
    const rows = await readMyIncidents(sp, reporter.id);
    const incidents = rows.flatMap((row) => (row.broken ? [] : [row.state]));
    return incidents.length === rows.length ? { ok: true, value: incidents.reverse() } : { ok: false, reason: 'could-not-read' };
  } catch (error) {
    if (isSharePointError(error)) return { ok: false, reason: 'could-not-read' };
    throw error;
  }
}
