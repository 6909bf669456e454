// The next step of an incident as buttons: to receive it, or to take it a stage further; what is missing is said beside the button it keeps shut.
import { DefaultButton, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import { hindrances } from '../../domain/handle-incident';
import { handedReports, receivers, type Receiver } from '../../domain/incident';
import { isSettled, leadsOn, stages, type Stage } from '../../domain/incident-moves';
import { refusalTo } from '../../domain/permissions';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { useLayout } from '../parts/layout';
import type { CaseProps } from './incident-screen';

export function NextStep(props: CaseProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const { incident, roles } = props;
  const position = facingIncident({ person: me, roles }, incident);
  const receiving = receivers.filter(
    (receiver) => isUnreceived(props, receiver) && refusalTo(`acknowledge-for-${receiver}`, position) === undefined
  );
  const moving = stages.filter((move) => leadsOn(move, incident.state) && refusalTo(`${move}-incident`, position) === undefined);
  const isReportAwaited = handedReports(incident).some(({ to, receivedAt }) => to.id === me.id && receivedAt === undefined);
  return (
    <>
      {incident.state === 'reported' && <p className={layout.paragraph}>{t('tab.incident.receive.first')}</p>}
      {isSettled(incident.state) && <p className={layout.paragraph}>{t('tab.incident.settled')}</p>}
      {isReportAwaited && <p className={layout.paragraph}>{t('tab.incident.next.report')}</p>}
      {receiving.length + moving.length === 0 && !isReportAwaited && <Otherwise {...props} />}
      {receiving.map((receiver) => (
        <Receive key={receiver} {...props} receiver={receiver} />
      ))}
      {moving.map((move) => (
        <Move key={move} {...props} move={move} />
      ))}
    </>
  );
}

/** What is next where no button here takes it on. */
function Otherwise({ incident, roles }: CaseProps): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const { state } = incident;
  if (state === 'reported' || isSettled(state)) return null;
  const position = facingIncident({ person: me, roles }, incident);
  const next = (['triage', 'close'] as const).find((move) => leadsOn(move, state) && refusalTo(`${move}-incident`, position) === undefined);
  return <p className={layout.paragraph}>{t(`tab.incident.next.${next ?? 'nothing'}`)}</p>;
}

function isUnreceived({ incident }: CaseProps, receiver: Receiver): boolean {
  const received = receiver === 'it' ? incident.acknowledgedByIt : incident.acknowledgedByManager;
  return received === undefined && !isSettled(incident.state);
}

function Receive({ incident: { reference }, receiver, onChanged }: CaseProps & { readonly receiver: Receiver }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { sending, answer, send } = useCommand('acknowledge-incident');
  const receive = (): void =>
    send({ reference, receiver }, (given) => {
      if (given.ok && 'value' in given) onChanged(given.value);
    });
  return (
    <>
      <div className={layout.actions}>
        <PrimaryButton text={t(`tab.incident.receive.${receiver}`)} disabled={sending} onClick={receive} />
      </div>
      <CommandResult answer={answer} what={t('tab.what.incident')} />
    </>
  );
}

function Move({ incident, move, onChanged }: CaseProps & { readonly move: Stage }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { sending, answer, send } = useCommand('move-incident');
  const missing = hindrances(move, incident);
  const go = (): void =>
    send({ reference: incident.reference, move, text: '' }, (given) => {
      if (given.ok && 'value' in given) onChanged(given.value);
    });
  const why = `varna-missing-${move}`;
  return (
    <div>
      <div className={layout.actions}>
        <DefaultButton
          text={t(`tab.incident.move.${move}`)}
          disabled={sending || missing.length > 0}
          allowDisabledFocus
          {...(missing.length > 0 && { 'aria-describedby': why })}
          onClick={go}
        />
      </div>
      {missing.length > 0 && (
        <p id={why} className={layout.quiet}>
          {t('tab.incident.move.missing')} {missing.map((hindrance) => t(`refusal.${hindrance}`)).join(' ')}
        </p>
      )}
      <CommandResult answer={answer} what={t('tab.what.incident')} />
    </div>
  );
}
