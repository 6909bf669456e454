// What this person can do with an incident besides taking it further, each folded under its name.
import { Checkbox } from '@fluentui/react';
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import { handlingLimits } from '../../domain/handling';
import { handlingOf } from '../../domain/incident';
import { refusalTo, type HandlingAct } from '../../domain/permissions';
import type { TextKey } from '../../i18n/text';
import { useEnvironment, useText } from '../environment';
import { Folded } from '../parts/folded';
import { checkboxStyles } from '../parts/layout';
import { Section } from '../parts/section';
import { AssignForm } from './assign-form';
import { CloseForm } from './close-form';
import { HandOverForm } from './hand-over-form';
import type { CaseProps } from './incident-screen';
import { KnowledgeForm } from './knowledge-form';
import { LinkAssetsForm, LinkIncidentsForm } from './link-forms';
import { TextStep } from './text-step';
import { TriageForm } from './triage-form';

interface StepOffered {
  readonly act: HandlingAct;
  readonly title: TextKey;
  readonly form: (props: CaseProps) => React.ReactElement;
}

/** In the order they are mostly done. */
const offered: readonly StepOffered[] = [
  { act: 'triage-incident', title: 'tab.incident.triage', form: TriageForm },
  { act: 'assign-incident', title: 'tab.incident.assign', form: AssignForm },
  { act: 'link-assets', title: 'tab.incident.assets', form: LinkAssetsForm },
  { act: 'ask-reporter', title: 'tab.incident.ask', form: Ask },
  { act: 'note-incident', title: 'tab.incident.note', form: Note },
  { act: 'link-incidents', title: 'tab.incident.links', form: LinkIncidentsForm },
  { act: 'consult-on-incident', title: 'tab.incident.consult', form: Consult },
  { act: 'correct-incident-knowledge', title: 'tab.incident.knowledge', form: KnowledgeForm },
  { act: 'hand-over-report', title: 'tab.report.hand-over', form: HandOverForm },
  { act: 'close-incident', title: 'tab.incident.close', form: CloseForm },
  { act: 'dismiss-incident', title: 'tab.incident.dismiss', form: Dismiss },
  { act: 'reopen-incident', title: 'tab.incident.reopen', form: Reopen }
];

export function Steps(props: CaseProps): React.ReactElement | null {
  const t = useText();
  const { me } = useEnvironment();
  const { incident, roles } = props;
  const position = facingIncident({ person: me, roles }, incident);
  const isLetGo = handlingOf(incident).disposal !== undefined;
  const may = (act: HandlingAct): boolean => !isLetGo && refusalTo(act, position) === undefined;
  const steps = offered.filter(({ act }) => may(act));
  if (steps.length === 0) return null;
  return (
    <Section title={t('tab.incident.do')}>
      {steps.map(({ act, title, form: Form }) => (
        <Folded key={act} title={t(title)}>
          <Form {...props} />
        </Folded>
      ))}
      {may('restrict-incident') && <Restriction {...props} />}
    </Section>
  );
}

function Ask({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  return (
    <TextStep
      command="ask-reporter"
      about={reference}
      words={{ label: 'tab.incident.ask', help: 'tab.incident.ask.help', send: 'tab.incident.ask.send' }}
      most={handlingLimits.text}
      inputOf={(text) => ({ reference, text })}
      onDone={onChanged}
    />
  );
}

function Note({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  return (
    <TextStep
      command="note-incident"
      about={reference}
      words={{ label: 'tab.incident.note', help: 'tab.incident.note.help', send: 'tab.incident.note.save' }}
      most={handlingLimits.text}
      inputOf={(text) => ({ reference, text })}
      onDone={onChanged}
    />
  );
}

function Consult({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  const [specialReport, setSpecialReport] = React.useState(false);
  return (
    <TextStep
      command="consult-on-incident"
      about={reference}
      words={{ label: 'tab.incident.consult', help: 'tab.incident.consult.help', send: 'tab.incident.consult.save' }}
      most={handlingLimits.text}
      inputOf={(text) => ({ reference, text, specialReport })}
      onDone={onChanged}
    >
      <Checkbox
        label={t('tab.incident.consult.report')}
        checked={specialReport}
        onChange={(_, isChecked) => setSpecialReport(isChecked === true)}
        styles={checkboxStyles}
      />
    </TextStep>
  );
}

function Dismiss({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  return (
    <TextStep
      command="dismiss-incident"
      about={reference}
      words={{ label: 'tab.incident.reason', help: 'tab.incident.dismiss.help', send: 'tab.incident.dismiss.save' }}
      most={handlingLimits.reason}
      inputOf={(reason) => ({ reference, reason })}
      onDone={onChanged}
    />
  );
}

function Reopen({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  return (
    <TextStep
      command="reopen-incident"
      about={reference}
      words={{ label: 'tab.incident.reason', help: 'tab.incident.reopen.help', send: 'tab.incident.reopen.save' }}
      most={handlingLimits.reason}
      inputOf={(reason) => ({ reference, reason })}
      onDone={onChanged}
    />
  );
}

const restricting = {
  title: 'tab.incident.restrict',
  words: { label: 'tab.incident.reason', help: 'tab.incident.restrict.help', send: 'tab.incident.restrict.save' }
} as const;
const opening = {
  title: 'tab.incident.open',
  words: { label: 'tab.incident.reason', help: 'tab.incident.open.help', send: 'tab.incident.open.save' }
} as const;

function Restriction({ incident, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  const restricted = !handlingOf(incident).restricted;
  const { title, words } = restricted ? restricting : opening;
  return (
    <Folded key={title} title={t(title)}>
      <TextStep
        command="restrict-incident"
        about={incident.reference}
        words={words}
        most={handlingLimits.reason}
        inputOf={(reason) => ({ reference: incident.reference, restricted, reason })}
        onDone={onChanged}
      />
    </Folded>
  );
}
