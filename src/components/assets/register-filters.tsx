// What the register can be narrowed to beside the search: where, in which state, of which class, and what needs somebody.
import { Checkbox, DefaultButton, Dropdown, DropdownMenuItemType, type IDropdownOption } from '@fluentui/react';
import * as React from 'react';
import { aspects, levels } from '../../domain/classification';
import type { Unit } from '../../domain/person';
import { classFilters, stateFilters, type RegisterFilter } from '../../domain/register-search';
import { inTreeOrder } from '../../domain/unit-tree';
import { useEnvironment, useText } from '../environment';
import { monthInWords } from '../../i18n/month-in-words';
import { dropdownStyles } from '../parts/layout';
import { useLevelInWords } from '../parts/use-level-in-words';
import { themed } from '../themed';
import { useIsNarrow } from '../use-is-narrow';

export interface RegisterFiltersProps {
  readonly filter: RegisterFilter;
  readonly units: readonly Unit[];
  readonly onChange: (filter: RegisterFilter) => void;
}

const useStyles = themed(() => ({
  filters: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  checks: { display: 'flex', flexWrap: 'wrap', gap: '0 16px', selectors: { '.ms-Checkbox': { minHeight: 44, alignItems: 'center' } } },
  clear: { minHeight: 44 },
  month: { margin: 0, lineHeight: 44 }
}));

export function RegisterFilters({ filter, units, onChange }: RegisterFiltersProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const styles = useStyles();
  const options = useOptions(units);
  const { sought, ...narrowing } = filter;
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
  return (
    <div className={styles.filters} role="group" aria-label={t('tab.assets.filter')}>
      <Choice label={t('tab.asset.unit')} options={options.units} chosen={filter.unit} onChoose={(unit) => onChange({ ...filter, unit })} />
      <Choice
        label={t('tab.state')}
        options={options.states}
        chosen={filter.state}
        onChoose={(key) => onChange({ ...filter, state: stateFilters.find((state) => state === key) })}
      />
      <Choice
        label={t('tab.class')}
        options={options.classes}
        chosen={filter.class}
        onChoose={(key) => onChange({ ...filter, class: classFilters.find((known) => known === key) })}
      />
      <div className={styles.checks}>
        <Checkbox
          label={t('tab.assets.filter.mine')}
          checked={filter.mine === true}
          onChange={(_, checked) => onChange({ ...filter, mine: checked === true ? true : undefined })}
        />
        <Checkbox
          label={t('tab.assets.filter.vacant')}
          checked={filter.vacant === true}
          onChange={(_, checked) => onChange({ ...filter, vacant: checked === true ? true : undefined })}
        />
        <Checkbox
          label={t('asset.changed-after-decision')}
          checked={filter.changed === true}
          onChange={(_, checked) => onChange({ ...filter, changed: checked === true ? true : undefined })}
        />
        <Checkbox
          label={t('tab.assets.filter.reconsider')}
          checked={filter.reconsider === true}
          onChange={(_, checked) => onChange({ ...filter, reconsider: checked === true ? true : undefined })}
        />
      </div>
      {filter.decided !== undefined && (
        <p className={styles.month}>{t('tab.assets.filter.decided', { month: monthInWords(language, filter.decided) })}</p>
      )}
      {filter.due !== undefined && (
        <p className={styles.month}>{t('tab.assets.filter.due', { month: monthInWords(language, filter.due) })}</p>
      )}
      {isNarrowed && <DefaultButton className={styles.clear} text={t('tab.assets.filter.clear')} onClick={() => onChange({ sought })} />}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly IDropdownOption[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

const everything = '';

function Choice({ label, options, chosen, onChoose }: ChoiceProps): React.ReactElement {
  const t = useText();
  const isNarrow = useIsNarrow();
  return (
    <Dropdown
      label={label}
      options={[{ key: everything, text: t('tab.assets.filter.all') }, ...options]}
      selectedKey={chosen ?? everything}
      onChange={(_, option) => onChoose(option === undefined || option.key === everything ? undefined : String(option.key))}
      styles={{ ...dropdownStyles, root: { width: isNarrow ? '100%' : 210 }, callout: { maxHeight: 420 } }}
    />
  );
}

function useOptions(units: readonly Unit[]): Readonly<Record<'units' | 'states' | 'classes', readonly IDropdownOption[]>> {
  const t = useText();
  const inWords = useLevelInWords();
  return React.useMemo(() => {
    const header = (text: string): IDropdownOption => ({ key: `header ${text}`, text, itemType: DropdownMenuItemType.Header });
    const fromWorst = [...levels].reverse();
    return {
      units: inTreeOrder(units).map(({ unit, depth }) => ({
        key: unit.code,
        text: `${'\u2003'.repeat(depth)}${unit.name}`,
        title: unit.name
      })),
      states: stateFilters.map((state) => ({
        key: state,
        text: state === 'not-draft' ? t('tab.assets.filter.not-draft') : t(`asset.state.${state}`)
      })),
      classes: [
        { key: 'any', text: t('tab.assets.filter.classified') },
        { key: 'none', text: t('asset.unclassified') },
        header(t('tab.assets.filter.highest')),
        ...fromWorst.map((level) => ({ key: level, text: t(`level.${level}`) })),
        ...aspects.flatMap((aspect) => [
          header(t(`aspect.${aspect}`)),
          ...fromWorst.map((level) => ({ key: `${aspect}.${level}`, text: inWords(aspect, level) }))
        ])
      ]
    };
  }, [units, t, inWords]);
}
