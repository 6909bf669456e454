// The legal regimes an incident may have to be reported under. Support for a judgement, to be checked against what is in force; it never says that a law is fulfilled.
import type { LegalRules } from '../domain/legal-rules';
import { cybersecurity } from './legal/cybersecurity';
import { gdpr } from './legal/gdpr';
import { police } from './legal/police';
import { securityProtection } from './legal/security-protection';
import { supplier } from './legal/supplier';

/** What Värna is shipped with; a municipality's own changes are added to it (rule-changes.ts). To change what is shipped, give the old one a `validTo`, add the new one, and give the regime a new `version`. */
export const legalRules: LegalRules = { gdpr, cybersecurity, 'security-protection': securityProtection, police, supplier };
