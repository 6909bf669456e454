// Another number for one of the thresholds from a day on, with the words that say it in each language.
import { Dropdown, TextField } from '@fluentui/react';
import * as React from 'react';
import { languages } from '../../domain/language';
import type { LegalRule } from '../../domain/legal-rules';
import { numberOf, ruleLimits } from '../../domain/rule-changes';
import { useEnvironment, useText } from '../environment';
import { dropdownStyles, fieldStyles } from '../parts/layout';
import { WrittenField } from '../tracks/fields';
import { CommandForm } from '../parts/command-form';
import type { RegimeProps } from './regime-section';
import { nothingSaid, saidOf, SourceFields } from './source-fields';

interface Draft {
  readonly rule: LegalRule | undefined;
  readonly number: string;
  readonly words: LegalRule['words'];
}

const nothing: Draft = { rule: undefined, number: '', words: { sv: '', en: '', fi: '' } };

export function ThresholdForm({
  rules,
  thresholds,
  onChanged
}: RegimeProps & { readonly thresholds: readonly LegalRule[] }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const [draft, setDraft] = React.useState(nothing);
  const [said, setSaid] = React.useState(nothingSaid);
  const choose = (id: string): void => {
    const rule = rules.duties.filter((one) => one.id === id).at(-1);
    if (rule !== undefined) setDraft({ rule, number: String(numberOf(rule) ?? ''), words: rule.words });
  };
  const sourced = saidOf(said);
  const change = changeOf(draft);
  const input = sourced && change && { kind: 'threshold' as const, regime: rules.regime, ...change, ...sourced };
  return (
    <CommandForm
      command="change-legal-rules"
      what="tab.what.rules"
      save="tab.rules.save"
      input={input}
      onDone={(changes) => {
        setDraft(nothing);
        setSaid(nothingSaid);
        onChanged(changes);
      }}
    >
      <Dropdown
        label={t('tab.rules.threshold')}
        required
        options={thresholds.map(({ id, words }) => ({ key: id, text: words[language] }))}
        selectedKey={draft.rule?.id ?? null}
        onChange={(_, option) => choose(String(option?.key))}
        styles={dropdownStyles}
      />
      <TextField
        label={t('tab.rules.number')}
        description={t('tab.rules.number.help')}
        inputMode="numeric"
        required
        styles={fieldStyles}
        value={draft.number}
        onChange={(_, number = '') => setDraft({ ...draft, number })}
      />
      {languages.map((one) => (
        <WrittenField
          key={one}
          label={`tab.rules.words.${one}`}
          text={draft.words[one]}
          onChange={(text) => setDraft({ ...draft, words: { ...draft.words, [one]: text } })}
          most={ruleLimits.line}
          isRequired
        />
      ))}
      <SourceFields said={said} onChange={setSaid} />
    </CommandForm>
  );
}

/** Nothing as long as something is missing, or what was typed is no whole number. */
function changeOf({ rule, number, words }: Draft): { rule: string; number: number; words: Draft['words'] } | undefined {
  const typed = number.replaceAll(/\s/g, '');
  const isWhole = rule !== undefined && /^\d{1,9}$/.test(typed) && languages.every((one) => words[one].trim() !== '');
  return isWhole ? { rule: rule.id, number: Number(typed), words } : undefined;
}
