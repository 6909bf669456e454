// A desk over the real workflows and an in-memory record, whose parts can be made to fail.
import type { BotDesk, Conversation, DeskAnswer, DeskCommand, DeskCommands, DeskRequest, ShownCard } from '../../src/bot/desk';
import type { Asset } from '../../src/domain/asset';
import { findAssets } from '../../src/domain/asset-search';
import { choosesChannel } from '../../src/domain/handlers-channel';
import type { Incident } from '../../src/domain/incident';
import type { Language } from '../../src/domain/language';
import { ordinaryNumbers, type LevelNumbers } from '../../src/domain/level-numbers';
import type { Notice } from '../../src/domain/notice';
import { openAttaching, type Attach } from '../../src/service/attaching';
import type { FetchFile } from '../../src/service/chat-files';
import { chatAttaching } from '../../src/service/chat-attaching';
import { openLog } from '../../src/service/log';
import { openRoom } from '../../src/service/room';
import { addAttachment, AddAttachmentInput } from '../../src/workflows/add-attachment';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { answerInventory } from '../../src/workflows/answer-inventory';
import type { Told } from '../../src/workflows/context';
import { decideClassification, returnClassification } from '../../src/workflows/decide-classification';
import { decideMeasure, declineMeasure } from '../../src/workflows/decide-measure';
import { receiveReport } from '../../src/workflows/receive-report';
import { reportIncident } from '../../src/workflows/report-incident';
import { stopReport } from '../../src/workflows/stop-report';
import { actor, memoryContext, people, type MemoryContext } from '../workflows/memory-context';
import { memoryFiles } from '../workflows/memory-files';

export interface MemoryDesk extends BotDesk {
  readonly record: MemoryContext;
  readonly notices: Notice[];
  /** What the register has. */
  readonly assets: Pick<Asset, 'reference' | 'name' | 'state'>[];
  readonly known: Map<string, Conversation>;
  readonly spoken: Map<string, Language>;
  /** What the desk answers or does instead of running a command, until it is set back. */
  instead: ((name: DeskCommand) => Promise<DeskAnswer<never>>) | undefined;
  directory: 'answers' | 'silent';
  /** As the municipality numbers the levels. */
  numbers: LevelNumbers | 'unreadable';
  /** Where files of the chat are fetched. */
  fetchFile: FetchFile;
  /** What is kept beside the incidents, by the names of the files. */
  readonly kept: Map<string, Uint8Array>;
  /** Entered at every command, so that a test can hold one. */
  hold: Promise<void>;
  readonly incidents: () => Promise<readonly Incident[]>;
}

export function memoryDesk(): MemoryDesk {
  const record = memoryContext();
  const notices: Notice[] = [];
  const known = new Map<string, Conversation>();
  const spoken = new Map<string, Language>();
  const shown = new Map<string, ShownCard>();
  const kept = new Map<string, Uint8Array>();
  const attach = attachTo(record, kept);
  let keys = 0;
  const desk: MemoryDesk = {
    record,
    notices,
    assets: [],
    known,
    spoken,
    instead: undefined,
    directory: 'answers',
    numbers: ordinaryNumbers,
    hold: Promise.resolve(),
    kept,
    fetchFile: () => Promise.resolve('file-unread'),
    attach: (request) =>
      chatAttaching({
        attach,
        room: openRoom(8),
        fileAllowanceOf: () => Promise.resolve('within'),
        fetchFile: (file) => desk.fetchFile(file)
      })(request),
    incidents: () => incidentsOf(record),
    actorOf: (id) => {
      if (desk.directory === 'silent') return Promise.reject(new Error('Graph does not answer'));
      const name = (Object.keys(people) as (keyof typeof people)[]).find((candidate) => people[candidate].id === id);
      return Promise.resolve(name === undefined ? undefined : actor(name));
    },
    run: async (name, request) => {
      await desk.hold;
      return desk.instead === undefined ? carryOut(desk, name, request) : desk.instead(name);
    },
    myReports: async (person) => {
      if (desk.instead !== undefined) return { ok: false, reason: 'could-not-read' };
      return { ok: true, value: (await incidentsOf(record)).filter(({ reporter }) => reporter.id === person.id).reverse() };
    },
    findAssets: (typed) =>
      desk.instead === undefined ? Promise.resolve(findAssets(typed, desk.assets)) : Promise.reject(new Error('away')),
    mayChooseChannel: async (id) => {
      if (desk.directory === 'silent') throw new Error('SharePoint does not answer');
      const groups = await Promise.all(choosesChannel.map((role) => record.directory.membersOf(role)));
      return groups.flat().some((person) => person.id === id);
    },
    phones: () => Promise.resolve({ it: '070-174 06 34', securityProtection: '070-174 06 35' }),
    tabUrl: (reference) => Promise.resolve(`https://teams.microsoft.com/l/entity/varna/tab?reference=${reference}`),
    levelNumbers: () =>
      desk.numbers === 'unreadable' ? Promise.reject(new Error('SharePoint does not answer')) : Promise.resolve(desk.numbers),
    conversations: {
      remember: (conversation) => {
        known.set(conversation.personId, conversation);
        return Promise.resolve();
      },
      of: (id) => Promise.resolve(known.get(id)),
      languageOf: (id) => Promise.resolve(spoken.get(id)),
      setLanguage: (id, language) => {
        spoken.set(id, language);
        return Promise.resolve();
      },
      forget: (id) => {
        known.delete(id);
        return Promise.resolve();
      },
      shownCard: ({ conversationId, reference }) => Promise.resolve(shown.get(`${conversationId} ${reference}`)),
      keepShownCard: (card) => {
        shown.set(`${card.conversationId} ${card.reference}`, card);
        return Promise.resolve();
      }
    },
    newKey: () => {
      keys += 1;
      return `00000000-0000-4000-9000-${String(keys).padStart(12, '0')}`;
    }
  };
  return desk;
}

/** As the service does it, with the files kept in memory. */
function attachTo(record: MemoryContext, kept: Map<string, Uint8Array>): Attach {
  const nameOf = (id: string): Parameters<typeof actor>[0] | undefined =>
    (Object.keys(people) as (keyof typeof people)[]).find((name) => people[name].id === id);
  const actorOf = (id: string): ReturnType<typeof actor> | undefined => {
    const name = nameOf(id);
    return name && actor(name);
  };
  return openAttaching({
    context: record,
    actorOf: (id) => Promise.resolve(actorOf(id)),
    commands: {
      'add-attachment': {
        carryOut: async ({ command, actor: id, input }) => {
          const person = actorOf(id);
          if (person === undefined) return { ok: false, reason: 'not-allowed' };
          return addAttachment(record, { command, actor: person, input: AddAttachmentInput.parse(input) });
        },
        deliver: () => Promise.resolve(),
        idle: () => Promise.resolve()
      }
    },
    files: memoryFiles(kept),
    log: openLog({ write: () => undefined })
  });
}

async function carryOut<C extends DeskCommand>(
  desk: MemoryDesk,
  name: C,
  request: DeskRequest<C>
): Promise<DeskAnswer<DeskCommands[C]['value']>> {
  const answer = await workflows[name](desk.record, request);
  if (answer.ok) desk.notices.push(...answer.notices);
  return answer.ok ? { ok: true, value: answer.value } : answer;
}

type Workflow<C extends DeskCommand> = (
  record: MemoryContext,
  request: DeskRequest<C>
) => Promise<Told<DeskCommands[C]['value']> | Extract<DeskAnswer<never>, { readonly ok: false }>>;

const workflows: { readonly [C in DeskCommand]: Workflow<C> } = {
  'report-incident': reportIncident,
  'acknowledge-incident': acknowledgeIncident,
  'receive-report': receiveReport,
  'decide-classification': decideClassification,
  'return-classification': returnClassification,
  'decide-measure': decideMeasure,
  'decline-measure': declineMeasure,
  'answer-inventory': answerInventory,
  'stop-report': stopReport
};

async function incidentsOf({ entries, incidents }: MemoryContext): Promise<readonly Incident[]> {
  const numbers = entries.filter(({ event }) => event === 'incident-reported').map(({ aggregate }) => aggregate);
  const pages = await Promise.all(numbers.map((number) => incidents.read(number)));
  return pages.flatMap((page) => (page === undefined ? [] : [page.state]));
}
