// The handler's taxonomy: what each category is in ENISA's Reference Security Incident Taxonomy (RSIT), and which aspects it strikes at (domain.md 5.2 step 2).
import { aspects } from '../domain/classification';
import type { CategoryMeanings } from '../domain/incident-category';

/** Classes of RSIT as "classification: type" (github.com/enisaeu/Reference-Security-Incident-Taxonomy-Task-Force). The words people see are in i18n. */
export const incidentCategoryMeanings: CategoryMeanings = {
  misdirected: { rsit: ['Information Content Security: Unauthorised Access to Information'], aspects: ['confidentiality'] },
  loss: {
    rsit: ['Information Content Security: Data Loss', 'Intrusions: Burglary'],
    aspects: ['confidentiality', 'availability']
  },
  'unauthorised-access': {
    rsit: ['Information Content Security: Unauthorised Access to Information'],
    aspects: ['confidentiality', 'traceability']
  },
  'physical-exposure': { rsit: ['Other: Other', 'Intrusions: Burglary'], aspects: ['confidentiality'] },
  phishing: {
    rsit: ['Fraud: Phishing', 'Information Gathering: Social Engineering'],
    aspects: ['confidentiality', 'integrity']
  },
  'account-compromise': { rsit: ['Intrusions: Account Compromise'], aspects: ['confidentiality', 'integrity'] },
  malware: {
    rsit: ['Malicious Code: Infected System', 'Information Content Security: Unauthorised Modification of Information'],
    aspects: ['confidentiality', 'integrity', 'availability']
  },
  intrusion: {
    rsit: ['Intrusion Attempts: Exploitation of Known Vulnerabilities', 'Intrusions: System Compromise'],
    aspects: ['confidentiality', 'integrity', 'availability']
  },
  corruption: { rsit: ['Information Content Security: Unauthorised Modification of Information'], aspects: ['integrity'] },
  outage: { rsit: ['Availability: Outage'], aspects: ['availability'] },
  overload: { rsit: ['Availability: Distributed Denial of Service'], aspects: ['availability'] },
  deletion: { rsit: ['Information Content Security: Data Loss'], aspects: ['availability', 'integrity'] },
  supplier: { rsit: ['Other: Other'], aspects },
  'rule-breach': { rsit: ['Fraud: Unauthorised Use of Resources'], aspects: ['traceability'] },
  weakness: { rsit: ['Vulnerable: Vulnerable System'], aspects },
  'security-threat': { rsit: ['Other: Other'], aspects, stops: true }
};
