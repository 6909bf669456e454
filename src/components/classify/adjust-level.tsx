// Raising or lowering one aspect, with a motivation; below what the answers give the informationssäkerhetsansvarig is asked, below the law it cannot go.
import { DefaultButton, Dropdown, TextField, type IDropdown } from '@fluentui/react';
import * as React from 'react';
import { classificationLimits, levels, type Aspect, type Level } from '../../domain/classification';
import { isBelowFloor, lowerings } from '../../domain/proposal';
import { profileOf } from '../../domain/classification';
import { classificationModel as model } from '../../reference/classification-model';
import { useText } from '../environment';
import { dropdownStyles, fieldStyles, useLayout } from '../parts/layout';
import { useTakenFocus } from '../parts/use-taken-focus';
import type { KeptClassification } from './use-classify-draft';

export interface AdjustLevelProps {
  readonly aspect: Aspect;
  readonly draft: KeptClassification;
}

export function AdjustLevel({ aspect, draft }: AdjustLevelProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const adjusted = draft.adjustments.find((adjustment) => adjustment.aspect === aspect);
  const computed = draft.assessment.aspects[aspect].level;
  const [isOpen, setOpen] = React.useState(adjusted !== undefined);
  const [isOpened, setOpened] = React.useState(false);
  const dropdown = useTakenFocus<IDropdown>(isOpened);
  const open = (): void => {
    setOpen(true);
    setOpened(true);
  };
  if (!isOpen) {
    return (
      <div className={layout.actions}>
        <DefaultButton text={t('tab.adjust.open')} ariaLabel={`${t('tab.adjust.open')}: ${t(`aspect.${aspect}`)}`} onClick={open} />
      </div>
    );
  }
  const choose = (level: Level): void => {
    draft.adjust(aspect, level === computed ? undefined : { level, motivation: adjusted?.motivation ?? '' });
  };
  const isLowered = adjusted !== undefined && lowerings(profileOf(draft.assessment), [adjusted]).length > 0;
  return (
    <div className={layout.stack}>
      <Dropdown
        componentRef={dropdown}
        label={t('tab.adjust.level', { aspect: t(`aspect.${aspect}`) })}
        selectedKey={adjusted?.level ?? computed}
        styles={dropdownStyles}
        options={levels
          .filter((level) => !isBelowFloor(model, draft.proposed, { aspect, level, motivation: '' }))
          .map((level) => ({
            key: level,
            text: level === computed ? t('tab.adjust.computed', { level: t(`level.${level}`) }) : t(`level.${level}`)
          }))}
        onChange={(_, option) => choose(levels.find((level) => level === option?.key) ?? computed)}
      />
      {adjusted !== undefined && (
        <TextField
          label={t('tab.adjust.motivation')}
          description={t(isLowered ? 'tab.adjust.lowered' : 'tab.adjust.raised')}
          multiline
          rows={3}
          required
          maxLength={classificationLimits.motivation}
          styles={fieldStyles}
          value={adjusted.motivation}
          onChange={(_, typed) => draft.adjust(aspect, { level: adjusted.level, motivation: typed ?? '' })}
        />
      )}
    </div>
  );
}
