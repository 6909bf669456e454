// The särskilda rapporter on an incident that were handed over: to whom, whether they have received it, and what kommunstyrelsen did with it (H64).
import { PrimaryButton, TextField } from '@fluentui/react';
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import type { HandedReport } from '../../domain/handed-report';
import { attachmentsOf, handedReports, handlingOf } from '../../domain/incident';
import { refusalTo } from '../../domain/permissions';
import { longestRegistryNumber } from '../../domain/registry-number';
import { formatDay, formatMoment } from '../../i18n/moment';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { CommandForm } from '../parts/command-form';
import { CommandResult } from '../parts/command-result';
import { Facts } from '../parts/facts';
import { Folded } from '../parts/folded';
import { fieldStyles, useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { WrittenField } from '../tracks/fields';
import { FileOf } from './files';
import type { CaseProps } from './incident-screen';

export function HandedReports(props: CaseProps): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const reports = handedReports(props.incident);
  if (reports.length === 0) return null;
  return (
    <Section title={t('tab.reports')}>
      <ol className={layout.list}>
        {reports.map((handed, place) => (
          <li key={`${handed.sha256} ${handed.to.id}`} className={layout.stack}>
            <HandedReportOf {...props} handed={handed} place={place} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface HandedProps extends CaseProps {
  readonly handed: HandedReport;
  /** Its place among those that were handed over. */
  readonly place: number;
}

function HandedReportOf(props: HandedProps): React.ReactElement {
  const t = useText();
  const { me } = useEnvironment();
  const { incident, roles, handed } = props;
  const position = facingIncident({ person: me, roles }, incident);
  const mayReceive = handed.receivedAt === undefined && handed.to.id === me.id && refusalTo('receive-report', position) === undefined;
  const isLetGo = handlingOf(incident).disposal !== undefined;
  const mayRecord = !isLetGo && handed.treated === undefined && refusalTo('record-board-receipt', position) === undefined;
  return (
    <>
      <Standing {...props} />
      {mayReceive && <Receive {...props} />}
      {mayRecord && (
        <Folded title={t('tab.reports.treat')}>
          <TreatedForm {...props} />
        </Folded>
      )}
    </>
  );
}

function Standing({ incident, handed }: HandedProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { name, to, by, at, receivedAt, treated } = handed;
  const kept = attachmentsOf(incident).find(({ file }) => file === handed.file);
  const when = formatMoment(language, at);
  return (
    <>
      <div className={layout.row}>{kept === undefined ? name : <FileOf reference={incident.reference} file={kept} />}</div>
      <Facts
        facts={[
          { name: t('tab.reports.to'), value: t('tab.reports.to.by', { to: to.name, by: by.name, at: when }) },
          {
            name: t('tab.reports.received'),
            value: receivedAt === undefined ? t('tab.reports.not-received') : formatMoment(language, receivedAt)
          },
          {
            name: t('tab.reports.treated'),
            value: treated === undefined ? t('tab.reports.not-treated') : `${formatDay(language, treated.on)}, ${treated.registryNumber}`
          }
        ]}
      />
    </>
  );
}

function Receive({ incident: { reference }, place, onChanged }: HandedProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { sending, answer, send } = useCommand('receive-report');
  const receive = (): void =>
    send({ reference, report: place }, (given) => {
      if (given.ok && 'value' in given) onChanged(given.value);
    });
  return (
    <>
      <CommandResult answer={answer} what={t('tab.what.incident')} />
      <div className={layout.actions}>
        <PrimaryButton text={t('tab.reports.receive')} disabled={sending} onClick={receive} />
      </div>
    </>
  );
}

function TreatedForm({ incident: { reference }, place, onChanged }: HandedProps): React.ReactElement {
  const t = useText();
  const [on, setOn] = React.useState('');
  const [number, setNumber] = React.useState('');
  const registryNumber = number.trim();
  const input = on === '' || registryNumber === '' ? undefined : { reference, report: place, on, registryNumber };
  return (
    <CommandForm command="record-board-receipt" what="tab.what.incident" save="tab.reports.treat.save" input={input} onDone={onChanged}>
      <TextField
        type="date"
        label={t('tab.reports.treat.on')}
        required
        styles={fieldStyles}
        value={on}
        onChange={(_, day) => setOn(day ?? '')}
      />
      <WrittenField
        label="tab.registry-number"
        help="tab.reports.treat.number.help"
        text={number}
        onChange={setNumber}
        most={longestRegistryNumber}
        isRequired
      />
    </CommandForm>
  );
}
