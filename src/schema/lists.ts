// Every list of the site, in the order they are made.
import { assetList } from './assets';
import { changeProposalList } from './change-proposals';
import { classificationList } from './classifications';
import { crisisPlanList } from './crisis-plan';
import { delegationList } from './delegations';
import { groups, type Group } from './groups';
import { incidentList } from './incidents';
import { inventoryList } from './inventories';
import type { ListDefinition } from './list';
import { logList } from './log';
import { logCheckList } from './log-checks';
import { measureList } from './measures';
import { organisationList } from './organisation';
import { requirementAnswersList } from './requirement-answers';
import { rosterList } from './roster';
import { ruleChangeList } from './rule-changes';
import { settingList } from './settings';
import { trackList } from './tracks';
import { unitAnswerList } from './unit-answers';
import { vacancyList } from './vacancies';
import { yearlyList } from './yearly-marks';

export const allLists: readonly ListDefinition[] = [
  organisationList,
  settingList,
  assetList,
  classificationList,
  incidentList,
  logList,
  delegationList,
  logCheckList,
  trackList,
  rosterList,
  measureList,
  ruleChangeList,
  crisisPlanList,
  requirementAnswersList,
  vacancyList,
  inventoryList,
  unitAnswerList,
  yearlyList,
  changeProposalList
];

/** Everything a site is made of. */
export interface SiteSchema {
  readonly groups: readonly Group[];
  readonly lists: readonly ListDefinition[];
}

export const siteSchema: SiteSchema = { groups, lists: allLists };
