// Words of the file that nothing here is called: what each means is chosen once, for all the rows it stands in.
import { Dropdown, type IDropdownOption } from '@fluentui/react';
import * as React from 'react';
import { carriers } from '../../domain/asset-details';
import type { Unit } from '../../domain/person';
import { wordKey, type UnknownWord } from '../../workflows/import-words';
import { useText } from '../environment';
import { dropdownStyles, useLayout } from '../parts/layout';
import { Section } from '../parts/section';

export interface UnknownWordsProps {
  readonly words: readonly UnknownWord[];
  readonly units: readonly Unit[];
  /** What has been chosen, by `wordKey`. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChange: (chosen: Readonly<Record<string, string>>) => void;
}

/** No word of a file, and no code or address of ours. */
const asItStands = ' ';

export function UnknownWords({ words, units, chosen, onChange }: UnknownWordsProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const change = (key: string, meaning: string): void => {
    const { [key]: _before, ...others } = chosen;
    onChange(meaning === asItStands ? others : { ...others, [key]: meaning });
  };
  return (
    <Section title={t('tab.import.words', { count: words.length })} takesFocus>
      <p className={layout.paragraph}>{t('tab.import.words.how')}</p>
      <div className={layout.columns}>
        {words.map((unknown) => {
          const key = wordKey(unknown.kind, unknown.word);
          return <Word key={key} unknown={unknown} units={units} meaning={chosen[key]} onChange={(meaning) => change(key, meaning)} />;
        })}
      </div>
    </Section>
  );
}

interface WordProps extends Pick<UnknownWordsProps, 'units'> {
  readonly unknown: UnknownWord;
  readonly meaning: string | undefined;
  readonly onChange: (meaning: string) => void;
}

function Word({ unknown, units, meaning = asItStands, onChange }: WordProps): React.ReactElement {
  const t = useText();
  const { kind, word, count } = unknown;
  const options = [{ key: asItStands, text: t('tab.import.word.as-it-stands') }, ...useMeanings(unknown, units)];
  return (
    <Dropdown
      label={t('tab.import.word', { word, count, kind: t(`tab.import.word.${kind}`) })}
      styles={dropdownStyles}
      options={options}
      selectedKey={meaning}
      onChange={(_, option) => onChange(typeof option?.key === 'string' ? option.key : asItStands)}
    />
  );
}

function useMeanings({ kind, suggested }: UnknownWord, units: readonly Unit[]): IDropdownOption[] {
  const t = useText();
  switch (kind) {
    case 'unit':
      return units.map(({ code, name }) => ({ key: code, text: t('tab.import.word.unit-option', { name, code }) }));
    case 'carriers':
      return carriers.map((code) => ({ key: code, text: t(`carrier.${code}`) }));
    case 'person':
      return [
        ...suggested.map(({ name, upn }) => ({ key: upn, text: t('tab.import.word.person-option', { name, upn }) })),
        { key: '', text: t('tab.import.word.nobody') }
      ];
  }
}
