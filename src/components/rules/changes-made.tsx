// Who has changed which rule, when and by what source: as the log has it, newest first.
import * as React from 'react';
import type { RuleChange } from '../../domain/rule-changes';
import { formatDay, formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';

export function ChangesMade({ changes }: { readonly changes: readonly RuleChange[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <Section title={t('tab.rules.changes')}>
      {changes.length === 0 && <p className={layout.quiet}>{t('tab.rules.changes.none')}</p>}
      <ul className={layout.list}>
        {[...changes].reverse().map((change) => (
          <li key={`${change.at} ${change.regime} ${change.validFrom}`} className={layout.row}>
            <ChangeMade {...change} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ChangeMade(change: RuleChange): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const what = change.kind === 'receiver' ? `${change.name}. ${change.portal}` : change.words[language];
  return (
    <div>
      <strong>{t(`track.regime.${change.regime}`)}</strong>{' '}
      <span className={layout.quiet}>{`${change.by.name}, ${formatMoment(language, change.at)}`}</span>
      <p className={layout.written}>
        {what} {t('tab.track.source', { source: change.source, day: formatDay(language, change.validFrom) })}
      </p>
    </div>
  );
}
