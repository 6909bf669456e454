// Besluta: one press, about exactly what was shown.
import { PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import type { Delegation } from '../../domain/delegation';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { useLayout } from '../parts/layout';

export interface DecideFormProps {
  readonly classification: Classification;
  /** By which it is done, when the person is not the objektägare. */
  readonly delegation: Delegation | undefined;
  readonly onAnswered: (classification: Classification) => void;
  /** What else can be done, beside the button. */
  readonly children?: React.ReactNode;
}

export function DecideForm({
  classification: { reference, asset, contentHash },
  delegation,
  onAnswered,
  children
}: DecideFormProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { sending, answer, send } = useCommand('decide-classification');
  const decide = (): void =>
    send({ reference, asset, contentHash, delegation: delegation?.reference }, (given) => {
      if (given.ok && 'value' in given) onAnswered(given.value);
    });
  return (
    <>
      <p className={layout.paragraph}>{t('tab.decision.means')}</p>
      <CommandResult answer={answer} what={t('tab.what.classification')} />
      <div className={layout.actions}>
        <PrimaryButton text={t('tab.decision.decide')} disabled={sending || answer?.ok === true} onClick={decide} />
        {children}
      </div>
    </>
  );
}
