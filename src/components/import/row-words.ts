// What is said of a row: what is wrong with it, how it stands to the register, or what came of it.
import { useText } from '../environment';
import type { ReadRow } from '../../workflows/import-rows';
import { isTextKey, type TextKey } from '../../i18n/text';
import type { Outcomes } from './use-import';

export function useRowWords(outcomes: Outcomes): (row: ReadRow) => string {
  const t = useText();
  return ({ line, faults, standing }) => {
    const outcome = outcomes.get(line);
    if (outcome !== undefined && 'reference' in outcome) return t('tab.import.done');
    if (outcome !== undefined && 'kept' in outcome) return t('tab.import.kept');
    if (outcome !== undefined)
      return t(refusalKey(outcome.reason), { what: t('tab.what.asset'), named: outcome.named ?? 'none', by: '', at: '', event: 'none' });
    if (faults.length > 0) {
      return faults
        .map(({ fault, field, value, suggested }) =>
          t(`tab.import.row.${fault}`, { column: t(`tab.import.field.${field}`), value, suggested: suggested ?? '' })
        )
        .join(' ');
    }
    if (standing === undefined) return t('tab.import.new');
    return t(standing.isSame ? 'tab.import.same' : 'tab.import.differs');
  };
}

function refusalKey(reason: string): TextKey {
  const key = `refusal.${reason}`;
  return isTextKey(key) ? key : 'refusal.unexpected';
}
