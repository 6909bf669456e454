// The record over a site's lists, as the service keeps it, with a directory of the test's people.
import type { SPFI } from '@pnp/sp';
import { assetRegister } from '../../src/lists/assets';
import { classificationRegister } from '../../src/lists/classifications';
import { delegationRegister } from '../../src/lists/delegations';
import { ruleRegister } from '../../src/lists/rule-changes';
import { yearlyRegister } from '../../src/lists/yearly-marks';
import { changeProposalRegister } from '../../src/lists/change-proposals';
import { trackRegister } from '../../src/lists/tracks';
import { measureRegister } from '../../src/lists/measures';
import { inventoryRegister } from '../../src/lists/inventories';
import { requirementAnswersRegister } from '../../src/lists/requirement-answers';
import { unitAnswerRegister } from '../../src/lists/unit-answers';
import { incidentRegister } from '../../src/lists/incidents';
import { logRegister } from '../../src/lists/log';
import { readOrganisation } from '../../src/lists/organisation';
import { groupMembers } from '../../src/lists/people';
import { readRoster } from '../../src/lists/roster';
import type { Context } from '../../src/workflows/context';
import { employee, manager, officer, owner, privacyOfficer, technician } from './site';

const everybody = [employee, manager, officer, owner, privacyOfficer, technician];

const at = '2026-11-23T14:40:00Z';

/** Roles and units are read from the site; everybody's nearest manager is the manager. The clock stands at 2026-11-23T14:40:00Z. */
export function recordOver(sp: SPFI): Context {
  const units = async () => (await readOrganisation(sp)).flatMap((row) => (row.broken ? [] : [row.state]));
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
    directory: {
      person: (idOrUpn) => Promise.resolve(everybody.find(({ id, upn }) => id === idOrUpn || upn === idOrUpn)),
      nearestManager: () => Promise.resolve(manager),
      membersOf: async (role) => {
        const members = (await groupMembers(sp, role)).flatMap((member) => (member.kind === 'person' ? [member.upn] : []));
        return everybody.filter(({ upn }) => members.includes(upn));
      },
      unitOf: async () => (await units())[0],
      unit: async (code) => (await units()).find((unit) => unit.code === code),
      units,
      roster: async () => (await readRoster(sp, at)).flatMap((row) => (row.broken ? [] : [row.state])),
      crisisPlan: () => Promise.resolve({ participants: [], unread: 0 })
    },
    now: () => at
  };
}
