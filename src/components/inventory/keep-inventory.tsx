// What the informationssäkerhetsansvarig does with an inventory: opens it, answers on a manager's word, and closes it.
import { Dropdown } from '@fluentui/react';
import * as React from 'react';
import type { Inventory, UnitAnswer } from '../../domain/inventory';
import { useText } from '../environment';
import { DayField } from '../measures/day-field';
import { CommandForm } from '../parts/command-form';
import { Folded } from '../parts/folded';
import { dropdownStyles, useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { AnswerForm } from './answer-form';

export function OpenInventory({ onOpened }: { readonly onOpened: () => void }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [lastDay, setLastDay] = React.useState('');
  return (
    <Section title={t('tab.inventory.open.title')}>
      <CommandForm
        command="open-inventory"
        save="tab.inventory.open.save"
        what="tab.what.inventory"
        input={lastDay === '' ? undefined : { lastDay }}
        onDone={onOpened}
      >
        <p className={layout.paragraph}>{t('tab.inventory.open.how')}</p>
        <DayField label="tab.inventory.last-day" day={lastDay} onChange={setLastDay} />
      </CommandForm>
    </Section>
  );
}

interface AnswerForUnitProps {
  readonly answers: readonly UnitAnswer[];
  readonly onAnswered: (answer: UnitAnswer) => void;
}

export function AnswerForUnit({ answers, onAnswered }: AnswerForUnitProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [chosen, setChosen] = React.useState<string>();
  const answer = answers.find(({ reference }) => reference === chosen);
  return (
    <Folded title={t('tab.inventory.behalf')}>
      <div className={layout.stack}>
        <p className={layout.paragraph}>{t('tab.inventory.behalf.how')}</p>
        <Dropdown
          label={t('tab.inventory.unit')}
          placeholder={t('tab.inventory.unit.choose')}
          options={answers.map(({ reference, unitName, state }) => ({
            key: reference,
            text: `${unitName}: ${t(`inventory.answer.${state}`)}`
          }))}
          selectedKey={chosen ?? null}
          styles={dropdownStyles}
          onChange={(_, option) => setChosen(option === undefined ? undefined : String(option.key))}
        />
        {answer !== undefined && <AnswerForm key={answer.reference} answer={answer} onAnswered={onAnswered} />}
      </div>
    </Folded>
  );
}

interface CloseInventoryProps {
  readonly inventory: Inventory;
  readonly onClosed: () => void;
}

export function CloseInventory({ inventory: { reference }, onClosed }: CloseInventoryProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <Folded title={t('tab.inventory.close.title')}>
      <CommandForm
        command="close-inventory"
        save="tab.inventory.close.save"
        what="tab.what.inventory"
        input={{ reference }}
        onDone={onClosed}
      >
        <p className={layout.paragraph}>{t('tab.inventory.close.how')}</p>
      </CommandForm>
    </Folded>
  );
}
