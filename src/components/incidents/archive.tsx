// Under which number an incident stands in the registry, how long it is kept and by what source, and the decision to let it go (H56).
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import { handlingLimits } from '../../domain/handling';
import { handlingOf } from '../../domain/incident';
import { isSettled } from '../../domain/incident-moves';
import { refusalTo } from '../../domain/permissions';
import { longestRegistryNumber } from '../../domain/registry-number';
import { letGoBy, retentionOf, type Retention } from '../../domain/retention';
import { formatDay, formatMoment } from '../../i18n/moment';
import { retentionRules } from '../../reference/retention';
import { useEnvironment, useText } from '../environment';
import { CommandForm } from '../parts/command-form';
import { Facts } from '../parts/facts';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { WrittenField } from '../tracks/fields';
import type { CaseProps } from './incident-screen';
import { TextStep } from './text-step';

export function Archive(props: CaseProps): React.ReactElement {
  const t = useText();
  const { me } = useEnvironment();
  const { incident, roles } = props;
  const position = facingIncident({ person: me, roles }, incident);
  const isLetGo = handlingOf(incident).disposal !== undefined;
  const retention = retentionOf(incident, retentionRules);
  const isOver = letGoBy(retention, new Date().toISOString()).ok;
  const mayDecide = !isLetGo && isOver && refusalTo('decide-disposal', position) === undefined;
  return (
    <Section title={t('tab.archive')}>
      <Standing incident={incident} retention={retention} />
      {!isLetGo && refusalTo('set-registry-number', position) === undefined && (
        <Folded title={t('tab.archive.number')}>
          <NumberForm {...props} />
        </Folded>
      )}
      {mayDecide && (
        <Folded title={t('tab.archive.decide')}>
          <DisposalForm {...props} />
        </Folded>
      )}
    </Section>
  );
}

interface StandingProps extends Pick<CaseProps, 'incident'> {
  readonly retention: Retention | undefined;
}

function Standing({ incident, retention }: StandingProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { registryNumber, disposal } = handlingOf(incident);
  const decided = disposal && {
    name: t('tab.archive.decided'),
    value: t('tab.archive.decided.by', {
      name: disposal.by.name,
      at: formatMoment(language, disposal.at),
      reason: disposal.reason
    })
  };
  return (
    <>
      <Facts
        facts={[
          { name: t('tab.registry-number'), value: registryNumber ?? t('tab.archive.number.none') },
          { name: t('tab.archive.kept'), value: <Kept incident={incident} retention={retention} /> },
          ...(decided === undefined ? [] : [decided])
        ]}
      />
      {retention !== undefined && (
        <p className={layout.quiet}>
          {t('tab.archive.source', { source: retention.rule.source, day: formatDay(language, retention.rule.validFrom) })}
          {retention.rule.checked !== 'primary' && ` ${t(`tab.track.checked.${retention.rule.checked}`)}`}
        </p>
      )}
    </>
  );
}

function Kept({ incident, retention }: StandingProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const until = retention?.until;
  if (!isSettled(incident.state)) return <>{t('tab.archive.open')}</>;
  return <>{until === undefined ? t('tab.archive.for-good') : t('tab.archive.until', { day: formatDay(language, until) })}</>;
}

function NumberForm({ incident, onChanged }: CaseProps): React.ReactElement {
  const [number, setNumber] = React.useState(handlingOf(incident).registryNumber ?? '');
  const registryNumber = number.trim();
  const input = registryNumber === '' ? undefined : { reference: incident.reference, registryNumber };
  return (
    <CommandForm command="set-registry-number" what="tab.what.incident" save="tab.archive.number.save" input={input} onDone={onChanged}>
      <WrittenField
        label="tab.registry-number"
        help="tab.archive.number.help"
        text={number}
        onChange={setNumber}
        most={longestRegistryNumber}
        isRequired
      />
    </CommandForm>
  );
}

function DisposalForm({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <TextStep
      command="decide-disposal"
      about={reference}
      words={{ label: 'tab.archive.reason', help: 'tab.archive.reason.help', send: 'tab.archive.decide.save' }}
      most={handlingLimits.reason}
      inputOf={(reason) => ({ reference, reason })}
      onDone={onChanged}
    >
      <p className={layout.paragraph}>{t('tab.archive.decide.help')}</p>
    </TextStep>
  );
}
