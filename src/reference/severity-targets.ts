// Who is told at once of an incident, by its severity, and what else a level calls for (domain.md 5.2, "Who is told at once"; H51, H52, H55, H64).
import type { Severity } from '../domain/severity';

/** IT, närmaste chef, objektägare, informationssäkerhetsansvarig, förvaltningschef, dataskyddsombud, säkerhetsskyddschef, IT-chef, kommundirektör. */
export type ToldParty =
  | 'it'
  | 'nearest-manager'
  | 'object-owner'
  | 'information-security'
  | 'department-head'
  | 'data-protection'
  | 'security-protection'
  | 'head-of-it'
  | 'municipal-director';

interface SeverityTarget {
  readonly told: readonly ToldParty[];
  /** Told by telephone, not by message alone. */
  readonly call?: true;
}

const low: readonly ToldParty[] = ['it', 'nearest-manager'];
const medium: readonly ToldParty[] = [...low, 'object-owner', 'information-security'];
const high: readonly ToldParty[] = [...medium, 'department-head', 'data-protection', 'security-protection', 'head-of-it'];

/** Each level tells those of the level below as well. Our own proposal, for the municipality to decide; how soon stands in `answerBy`. */
export const severityTargets: Readonly<Record<Severity, SeverityTarget>> = {
  low: { told: low },
  medium: { told: medium },
  high: { told: high },
  critical: { told: [...high, 'municipal-director'], call: true }
};
