// One law: its receivers and its thresholds over time, each with its source, and the forms that change them.
import * as React from 'react';
import type { LegalRule, RegimeRules, Sourced } from '../../domain/legal-rules';
import { thresholdsOf, type RuleChanges } from '../../domain/rule-changes';
import { formatDay } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { ReceiverForm } from './receiver-form';
import { ThresholdForm } from './threshold-form';

export interface RegimeProps {
  readonly rules: RegimeRules;
  readonly onChanged: (changes: RuleChanges) => void;
}

export function RegimeSection({ mayChange, ...props }: RegimeProps & { readonly mayChange: boolean }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { regime, version, receivers } = props.rules;
  const thresholds = thresholdsOf(props.rules);
  const numbered = props.rules.duties.filter(({ id }) => thresholds.some((one) => one.id === id));
  return (
    <Section title={t(`track.regime.${regime}`)}>
      <p className={layout.quiet}>{t('tab.rules.version', { version })}</p>
      <Held title={t('tab.rules.receivers')} items={receivers} say={({ name, portal }) => `${name}. ${portal}`} />
      {numbered.length > 0 && <Held title={t('tab.rules.thresholds')} items={numbered} say={({ words }: LegalRule) => words[language]} />}
      {mayChange && (
        <Folded title={t('tab.rules.receiver.change')}>
          <ReceiverForm {...props} />
        </Folded>
      )}
      {mayChange && thresholds.length > 0 && (
        <Folded title={t('tab.rules.threshold.change')}>
          <ThresholdForm {...props} thresholds={thresholds} />
        </Folded>
      )}
    </Section>
  );
}

interface HeldProps<S extends Sourced> {
  readonly title: string;
  readonly items: readonly S[];
  readonly say: (item: S) => string;
}

/** What holds, has held and will hold, each with source and days. */
function Held<S extends Sourced>({ title, items, say }: HeldProps<S>): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  return (
    <div className={layout.list}>
      <strong>{title}</strong>
      <ul className={layout.list} aria-label={title}>
        {items.map((item) => {
          const { source, validFrom, validTo, checked } = item;
          const until = validTo === undefined ? '' : t('tab.rules.until', { day: formatDay(language, validTo) });
          const doubt = checked === 'primary' ? '' : t(`tab.track.checked.${checked}`);
          const held = t('tab.track.source', { source, day: formatDay(language, validFrom) });
          return (
            <li key={`${say(item)} ${validFrom}`} className={layout.row}>
              <div>
                {say(item)}
                <br />
                <span className={layout.quiet}>{[held, until, doubt].filter((part) => part !== '').join(' ')}</span>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
