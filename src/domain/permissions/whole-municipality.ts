// Who changes what goes for the whole municipality: its rules, what is wished otherwise of them, and its årshjul.
import { roles } from '../person';
import { all, everybody, row, type On, type Table } from './table';

export interface MunicipalityActs {
  readonly 'change-legal-rules': On<'new', 'not-allowed'>;
  readonly 'propose-change': On<'new', never>;
  readonly 'answer-change-proposal': On<'new', 'not-allowed'>;
  readonly 'mark-yearly-task': On<'new', 'not-allowed'>;
}

export const wholeMunicipality: Table<MunicipalityActs> = {
  'change-legal-rules': { new: row('not-allowed', { 'information-security': 'may' }) },
  // Nobody is to make a rule of their own instead (H03).
  'propose-change': { new: everybody },
  'answer-change-proposal': { new: row('not-allowed', { 'information-security': 'may' }) },
  // Each their own tasks, and the informationssäkerhetsansvarig all of them: facingYearlyTask leaves out the roles of others.
  'mark-yearly-task': { new: row('not-allowed', all(roles, 'may')) }
};
