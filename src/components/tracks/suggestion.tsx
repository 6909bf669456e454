// What the answers suggest: the rule that was met with its source and the day it holds from, or the facts that are missing, each named.
import * as React from 'react';
import type { LegalRules, RegimeRules } from '../../domain/legal-rules';
import type { Track } from '../../domain/legal-track';
import { formatDay } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';

export function Suggestion({ track, rules }: { readonly track: Track; readonly rules: LegalRules }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { assessment, regime } = track;
  if (assessment === undefined) return <p className={layout.paragraph}>{t('tab.track.not-assessed')}</p>;
  return <Assessed assessed={assessment} rules={rules[regime]} />;
}

export type Assessment = Pick<NonNullable<Track['assessment']>, 'suggests' | 'because' | 'missing' | 'informs'>;

export function Assessed({ assessed, rules }: { readonly assessed: Assessment; readonly rules: RegimeRules }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { suggests, informs } = assessed;
  return (
    <div className={layout.list}>
      <strong>
        {t(suggests === undefined ? 'tab.track.suggests.open' : suggests ? 'tab.track.suggests.yes' : 'tab.track.suggests.no')}
      </strong>
      <Because because={assessed.because} rules={rules} />
      <Missing missing={assessed.missing} rules={rules} />
      {rules.audience !== undefined && informs !== undefined && (
        <strong>{t(informs ? 'tab.track.informs.yes' : 'tab.track.informs.no')}</strong>
      )}
    </div>
  );
}

/** A rule that was taken away since is known by its source only. */
function Because({ because, rules }: { readonly because: Assessment['because']; readonly rules: RegimeRules }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const known = [...rules.exemptions, ...rules.duties, rules.otherwise];
  return (
    <ul className={layout.list}>
      {because.map(({ id, source, validFrom }) => {
        const rule = known.find((one) => one.id === id && one.validFrom === validFrom);
        const doubt = rule === undefined || rule.checked === 'primary' ? '' : t(`tab.track.checked.${rule.checked}`);
        return (
          <li key={id}>
            {rule?.words[language]}{' '}
            <span className={layout.quiet}>
              {`${t('tab.track.source', { source, day: formatDay(language, validFrom) })} ${doubt}`.trim()}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Missing({ missing, rules }: { readonly missing: readonly string[]; readonly rules: RegimeRules }): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const named = rules.questions.filter(({ id }) => missing.includes(id));
  if (named.length === 0) return null;
  return (
    <div>
      {t('tab.track.missing')}
      <ul className={layout.list}>
        {named.map(({ id, words }) => (
          <li key={id}>{words[language]}</li>
        ))}
      </ul>
    </div>
  );
}
