// The legal rules as they stand in the record: what is shipped, with what the municipality has changed.
import type { LegalRules } from '../../domain/legal-rules';
import { changedRules, type RuleChanges } from '../../domain/rule-changes';
import { legalRules } from '../../reference/legal-rules';
import type { Read, Row } from '../source';

/** Throws when it cannot be known whether something has been changed: what is shipped may then be wrong. */
export function rulesWith(read: Read<Row<RuleChanges> | undefined>): LegalRules {
  if (!read.ok || read.value?.broken === true) throw new Error('What has been changed of the legal rules could not be read.');
  return read.value === undefined ? legalRules : changedRules(legalRules, read.value.state);
}
