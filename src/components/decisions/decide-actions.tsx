// Besluta and Återsänd for one classification, or in words why not; the page and the dialog over the list both show it.
import { DefaultButton, Dialog, DialogType } from '@fluentui/react';
import * as React from 'react';
import { assetHash, type Asset } from '../../domain/asset';
import type { Classification } from '../../domain/classification';
import type { Delegation } from '../../domain/delegation';
import type { Role } from '../../domain/person';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import { ClassificationStanding } from './classification-standing';
import { DecideForm } from './decide-form';
import { hindranceTo } from './hindrance';
import { ReturnForm } from './return-form';

export interface DecideActionsProps {
  readonly classification: Classification;
  readonly asset: Asset;
  readonly roles: readonly Role[];
  /** By which the person may decide in the objektägare's place. */
  readonly by: Delegation | undefined;
  /** Whether the return form is open from the start. */
  readonly startsReturning?: boolean;
  /** Given the classification as it stands after a decision or a return. */
  readonly onAnswered: (classification: Classification) => void;
}

export function DecideActions({
  classification,
  asset,
  roles,
  by,
  startsReturning = false,
  onAnswered
}: DecideActionsProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const [isReturning, setReturning] = React.useState(startsReturning);
  const hindrance = hindranceTo({ person: me, roles }, classification, by);
  if (hindrance !== 'none') return <ClassificationStanding classification={classification} hindrance={hindrance} />;
  const delegation = me.id === classification.decider.id ? undefined : by;
  const isChanged = assetHash(asset) !== classification.assetHash;
  const returning = <DefaultButton text={t('tab.decision.return')} onClick={() => setReturning(true)} />;
  return (
    <div className={layout.stack}>
      {delegation !== undefined && (
        <p className={layout.paragraph}>
          {t('tab.decision.in-place', { name: classification.decider.name, delegation: delegation.reference })}
        </p>
      )}
      {isChanged ? (
        <>
          <p className={layout.paragraph}>{t('refusal.changed-meanwhile')}</p>
          <div className={layout.actions}>{returning}</div>
        </>
      ) : (
        <DecideForm classification={classification} delegation={delegation} onAnswered={onAnswered}>
          {returning}
        </DecideForm>
      )}
      <Dialog
        hidden={!isReturning}
        onDismiss={() => setReturning(false)}
        minWidth="min(480px, 100%)"
        dialogContentProps={{ type: DialogType.normal, title: t('tab.decision.return'), closeButtonAriaLabel: t('tab.close') }}
      >
        <ReturnForm classification={classification} delegation={delegation} onAnswered={onAnswered} />
      </Dialog>
    </div>
  );
}
