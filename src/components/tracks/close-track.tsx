// Closing a legal track: one button, and in words beside it what hinders it.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import { facingTrack } from '../../domain/capacities';
import { closingHindrance } from '../../domain/legal-steps';
import { refusalTo } from '../../domain/permissions';
import { legalRules } from '../../reference/legal-rules';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { useLayout } from '../parts/layout';
import type { TrackProps } from './track-card';

export function CloseTrack({ track, roles, onChanged }: TrackProps): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const { sending, answer, send } = useCommand('close-track');
  const refusal = refusalTo('close-track', facingTrack({ person: me, roles }, track));
  if (refusal === 'not-found' || refusal === 'not-allowed' || refusal === 'wrong-state') return null;
  const hindrance = refusal ?? closingHindrance(track, legalRules[track.regime]);
  const why = `varna-open-${track.reference}`;
  const close = (): void =>
    send({ reference: track.reference }, (given) => {
      if (given.ok && 'value' in given) onChanged(given.value);
    });
  return (
    <div>
      <div className={layout.actions}>
        <DefaultButton
          text={t('tab.track.close')}
          disabled={sending || hindrance !== undefined}
          allowDisabledFocus
          {...(hindrance !== undefined && { 'aria-describedby': why })}
          onClick={close}
        />
      </div>
      {hindrance !== undefined && (
        <p id={why} className={layout.quiet}>
          {t(`refusal.${hindrance}`)}
        </p>
      )}
      <CommandResult answer={answer} what={t('tab.what.track')} />
    </div>
  );
}
