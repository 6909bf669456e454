// What kind of incident the handler says it is: the codes of domain.md 5.2 step 2, in that order.
import type { Aspect } from './classification';

/**
 * FELUTSKICK, FORLUST, OBEHORIG, FYSISK, NATFISKE, KONTO, SKADLIGKOD, INTRANG, FORVANSKNING, AVBROTT, OVERBELASTNING, RADERING, LEVERANTOR, REGELBROTT,
 * BRIST, SAKSKYDD.
 */
export const incidentCategories = [
  'misdirected',
  'loss',
  'unauthorised-access',
  'physical-exposure',
  'phishing',
  'account-compromise',
  'malware',
  'intrusion',
  'corruption',
  'outage',
  'overload',
  'deletion',
  'supplier',
  'rule-breach',
  'weakness',
  'security-threat'
] as const;
export type IncidentCategory = (typeof incidentCategories)[number];

/** What a category means. `rsit`: its class in ENISA's Reference Security Incident Taxonomy. `stops`: it must not be handled here (säkerhetsskydd). */
export interface CategoryMeaning {
  readonly rsit: readonly string[];
  readonly aspects: readonly Aspect[];
  readonly stops?: true;
}
export type CategoryMeanings = Readonly<Record<IncidentCategory, CategoryMeaning>>;
