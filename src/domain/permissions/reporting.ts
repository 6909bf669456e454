// Who reports an incident, and who acknowledges it.
import { incidentStates } from '../incident-moves';
import { all, everybody, inEach, row, type On, type Row, type Table } from './table';

/** Acknowledging is two acts: IT and the nearest manager each do it for themselves (H40). */
export interface ReportingActs {
  readonly 'report-incident': On<'new', never>;
  readonly 'stop-report': On<'new', never>;
  readonly 'report-exercise': On<'new', 'not-allowed'>;
  readonly 'acknowledge-for-it': On<'incident', AcknowledgingRefusal>;
  readonly 'acknowledge-for-nearest-manager': On<'incident', AcknowledgingRefusal>;
}
type AcknowledgingRefusal = 'not-found' | 'not-allowed';

/** Nobody learns from a refusal whether an incident exists: to a stranger every one is "not found". */
const forIt: Row<AcknowledgingRefusal> = row('not-found', { it: 'may', 'nearest-manager': 'not-allowed', handler: 'not-allowed' });
const forManager: Row<AcknowledgingRefusal> = row('not-found', { it: 'not-allowed', 'nearest-manager': 'may', handler: 'not-allowed' });

export const reporting: Table<ReportingActs> = {
  // Better one report too many: nobody is ever refused (H40, H52).
  'report-incident': { new: everybody },
  'stop-report': { new: everybody },
  'report-exercise': { new: row('not-allowed', all(['it', 'information-security'], 'may')) },
  'acknowledge-for-it': inEach(incidentStates, () => forIt),
  'acknowledge-for-nearest-manager': inEach(incidentStates, () => forManager)
};
