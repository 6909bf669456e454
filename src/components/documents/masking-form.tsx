// What is masked in a copy, part by part, and under which paragraph: chosen by a person, who also decides whether it is released.
import { Checkbox, Dropdown, TextField } from '@fluentui/react';
import * as React from 'react';
import { maskedParts, type MaskedPart } from '../../documents/case';
import type { Masks } from '../../documents/masking';
import { formatDay } from '../../i18n/moment';
import { secrecyGrounds, type SecrecyGround } from '../../reference/secrecy-grounds';
import { useEnvironment, useText } from '../environment';
import { checkboxStyles, dropdownStyles, fieldStyles, useLayout } from '../parts/layout';

/** `paragraph` is empty until one is chosen or written. */
interface Ground {
  readonly paragraph: string;
  readonly isOwn: boolean;
}

/** A part that is to be masked has a ground. */
export type Choices = Readonly<Partial<Record<MaskedPart, Ground>>>;

/** Nothing as long as something is to be masked without a paragraph, or nothing is to be masked at all. */
export function masksOf(choices: Choices): Masks | undefined {
  const chosen = maskedParts.flatMap((part) => {
    const ground = choices[part];
    return ground === undefined ? [] : [[part, ground.paragraph.trim()] as const];
  });
  return chosen.length === 0 || chosen.some(([, paragraph]) => paragraph === '') ? undefined : Object.fromEntries(chosen);
}

export interface MaskingFormProps {
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

export function MaskingForm({ choices, onChange }: MaskingFormProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <div className={layout.list} role="group" aria-label={t('tab.document.mask.what')}>
      {maskedParts.map((part) => (
        <PartOf key={part} part={part} ground={choices[part]} onChange={(ground) => onChange({ ...choices, [part]: ground })} />
      ))}
    </div>
  );
}

interface PartProps {
  readonly part: MaskedPart;
  readonly ground: Ground | undefined;
  readonly onChange: (ground: Ground | undefined) => void;
}

function PartOf({ part, ground, onChange }: PartProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <div className={layout.list}>
      <Checkbox
        label={t(`tab.document.mask.${part}`)}
        checked={ground !== undefined}
        onChange={(_, isMasked) => onChange(isMasked === true ? { paragraph: '', isOwn: false } : undefined)}
        styles={checkboxStyles}
      />
      {ground !== undefined && <GroundField part={part} ground={ground} onChange={onChange} />}
    </div>
  );
}

const own = 'own';

function GroundField({ part, ground, onChange }: PartProps & { readonly ground: Ground }): React.ReactElement {
  const t = useText();
  const words = useGroundWords();
  const name = t(`tab.document.mask.${part}`);
  const options = [
    ...secrecyGrounds.map((one) => ({ key: one.paragraph, text: words(one) })),
    { key: own, text: t('tab.document.mask.own') }
  ];
  return (
    <>
      <Dropdown
        label={t('tab.document.mask.ground', { part: name })}
        required
        placeholder={t('tab.document.mask.choose')}
        options={options}
        selectedKey={ground.isOwn ? own : ground.paragraph === '' ? null : ground.paragraph}
        onChange={(_, option) =>
          onChange(option?.key === own ? { paragraph: '', isOwn: true } : { paragraph: String(option?.key ?? ''), isOwn: false })
        }
        styles={dropdownStyles}
      />
      {ground.isOwn && (
        <TextField
          label={t('tab.document.mask.own.label', { part: name })}
          description={t('tab.document.mask.own.help')}
          required
          maxLength={longest}
          value={ground.paragraph}
          onChange={(_, paragraph = '') => onChange({ paragraph, isOwn: true })}
          styles={fieldStyles}
        />
      )}
    </>
  );
}

const longest = 60;

function useGroundWords(): (ground: SecrecyGround) => string {
  const t = useText();
  const { language } = useEnvironment();
  return ({ paragraph, words, source, validFrom, checked }) =>
    [
      `OSL ${paragraph}. ${words[language]}.`,
      t('tab.track.source', { source, day: formatDay(language, validFrom) }),
      ...(checked === 'primary' ? [] : [t(`tab.track.checked.${checked}`)])
    ].join(' ');
}
