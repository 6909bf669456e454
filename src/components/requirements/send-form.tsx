// Noting that an asset's requirements were sent to a supplier, to whom there, and by when an answer is due; the supplier that the register knows is suggested.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { answerLimits, type RequirementAnswers } from '../../domain/requirement-answers';
import { useText } from '../environment';
import { DayField } from '../measures/day-field';
import { CommandForm } from '../parts/command-form';
import { useLayout } from '../parts/layout';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';

export function SendForm({
  asset: { reference: asset, supplier: known },
  onSent
}: {
  readonly asset: Pick<Asset, 'reference' | 'supplier'>;
  readonly onSent: (answers: RequirementAnswers) => void;
}): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { typed, change, erase } = useKeptTexts(`send-requirements ${asset}`, { supplier: known?.name ?? '', to: '', due: '' });
  const { supplier, to, due } = typed;
  const isWhole = supplier.trim() !== '' && to.trim() !== '' && due !== '';
  const sent = (answers: RequirementAnswers): void => {
    erase();
    onSent(answers);
  };
  return (
    <CommandForm
      command="send-requirements"
      save="tab.requirements.send.save"
      what="tab.what.asset"
      input={isWhole ? { asset, supplier: supplier.trim(), to: to.trim(), due } : undefined}
      onDone={sent}
    >
      <p className={layout.paragraph}>{t('tab.requirements.send.how')}</p>
      <WrittenField
        label="tab.requirements.send.supplier"
        text={supplier}
        onChange={(name) => change({ ...typed, supplier: name })}
        most={answerLimits.supplier}
        isRequired
      />
      <WrittenField
        label="tab.requirements.send.to"
        text={to}
        onChange={(name) => change({ ...typed, to: name })}
        most={answerLimits.contact}
        isRequired
      />
      <DayField label="tab.requirements.send.due" day={due} onChange={(day) => change({ ...typed, due: day })} />
    </CommandForm>
  );
}
