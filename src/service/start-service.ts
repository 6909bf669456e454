// The composition root: the service over SharePoint, Graph and Teams, from its settings.
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp';
import type { Logger } from 'pino';
import { appToken } from '../identity/app-token';
import { assetRegister } from '../lists/assets';
import { classificationRegister } from '../lists/classifications';
import { delegationRegister } from '../lists/delegations';
import { ruleRegister } from '../lists/rule-changes';
import { yearlyRegister } from '../lists/yearly-marks';
import { changeProposalRegister } from '../lists/change-proposals';
import { trackRegister } from '../lists/tracks';
import { measureRegister } from '../lists/measures';
import { inventoryRegister } from '../lists/inventories';
import { requirementAnswersRegister } from '../lists/requirement-answers';
import { unitAnswerRegister } from '../lists/unit-answers';
import { incidentFiles } from '../lists/incident-files';
import { incidentRegister } from '../lists/incidents';
import { logRegister } from '../lists/log';
import { escalationRules } from '../reference/escalation';
import { legalRules } from '../reference/legal-rules';
import type { Context, Directory } from '../workflows/context';
import type { TrackTelling } from '../workflows/remind-of-track';
import { botDesk } from './bot-desk';
import { chatAttaching } from './chat-attaching';
import { chatFiles, fileOrigins } from './chat-files';
import { connectToSite } from './connect-to-site';
import { dailyLogCheck, type DailyLogCheck } from './daily-log-check';
import { openDirectory } from './directory';
import { graphPeople } from './graph-people';
import { usualLimits, type Limits } from './limits';
import { openLog } from './log';
import { openService, type Service } from './open-service';
import { lookoutOver } from './lookout';
import { usualPace, wholeSeconds, type Pace } from './pace';
import { decisionDigest, digest, lateSuppliers, reconsiderationDigest, reminders, yearlyReminders } from './reminders';
import type { Job } from './schedule';
import type { Settings } from './settings';
import { openState } from './state/open-state';
import { openTeamsBot } from './teams-bot';
import { vacancyCheck, type VacancyCheck } from './vacancy-check';

/** For tests and tools; what is left out is the real clock, the usual pace and limits, a log on standard output, and the record in SharePoint. */
export interface ServiceOverrides {
  readonly record?: Partial<Context>;
  readonly now?: () => Date;
  readonly pace?: Pace;
  readonly limits?: Limits;
  readonly log?: Logger;
  /** Those of the usual scheduled work that are to be done; all of it when absent. */
  readonly jobs?: (usual: readonly Job[]) => readonly Job[];
}

/** Starts the service and resolves when it listens. SharePoint need not answer: what people do is kept until it does. */
export async function startService(settings: Settings, overrides: ServiceOverrides = {}): Promise<Service> {
  const { now = () => new Date(), pace = usualPace, limits = usualLimits, log = openLog(), record = {}, jobs } = overrides;
  const sp = connectToSite(settings, now);
  const people = graphPeople({ graph: settings.graph, token: appToken({ ...settings, scope: graphScope, now }) });
  const directory = openDirectory({ sp, people, now, log });
  const botToken = appToken({ ...settings, clientId: botIdOf(settings), scope: botScope, now });
  const context = { ...contextOver(sp, directory, now), ...record };
  return openService({
    settings,
    state: await openState(settings, { now, log }),
    now,
    pace,
    log,
    context,
    files: incidentFiles(sp),
    limits,
    jobs: (tell) => {
      const usual = usualJobs({ sp, people, now, log, telling: { context, rules: escalationRules, legalRules, tell } });
      return jobs === undefined ? usual : jobs(usual);
    },
    reachSharePoint: () => sp.web.select('Id')(),
    openBot: ({ allowanceOf, files, ...surroundings }) => {
      const attach = chatAttaching({ fetchFile: chatFiles({ origins: fileOrigins(settings), botToken }), ...files });
      const desk = botDesk({ sp, directory, attach, now, ...surroundings });
      return openTeamsBot({ settings, desk, botToken, allowanceOf, now: () => wholeSeconds(now()), log });
    }
  });
}

interface JobParts extends DailyLogCheck, Pick<VacancyCheck, 'people'> {
  readonly telling: TrackTelling;
}

function usualJobs({ telling, ...parts }: JobParts): readonly Job[] {
  const lookout = lookoutOver(parts);
  return [
    dailyLogCheck(parts),
    reminders({ lookout, telling, log: parts.log }),
    digest({ lookout, telling }),
    vacancyCheck({ telling, ...parts }),
    decisionDigest({ lookout, telling }),
    reconsiderationDigest({ lookout, telling }),
    lateSuppliers({ lookout, telling }),
    yearlyReminders({ lookout, telling })
  ];
}

/** Whose permissions: Graph's and the Bot Framework's audiences are the same wherever they are reached. */
export const graphScope = 'https://graph.microsoft.com/.default';
const botScope = 'https://api.botframework.com/.default';

export function contextOver(sp: SPFI, directory: Directory, now: () => Date): Context {
  return {
    log: logRegister(sp),
    assets: assetRegister(sp),
    classifications: classificationRegister(sp),
    incidents: incidentRegister(sp),
    delegations: delegationRegister(sp),
    tracks: trackRegister(sp),
    measures: measureRegister(sp),
    requirementAnswers: requirementAnswersRegister(sp),
    inventories: inventoryRegister(sp),
    unitAnswers: unitAnswerRegister(sp),
    rules: ruleRegister(sp),
    yearly: yearlyRegister(sp),
    changeProposals: changeProposalRegister(sp),
    directory,
    now: () => wholeSeconds(now())
  };
}

function botIdOf({ chat, clientId }: Settings): string {
  return chat.kind === 'teams' ? chat.botId : clientId;
}
