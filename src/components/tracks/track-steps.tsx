// What this person can do with a legal track, each folded under its name; whoever is to decide and may not is told why.
import * as React from 'react';
import { facingTrack } from '../../domain/capacities';
import { trackLimits } from '../../domain/legal-track';
import { refusalTo, type TrackAct } from '../../domain/permissions';
import type { TextKey } from '../../i18n/text';
import { legalRules } from '../../reference/legal-rules';
import { useEnvironment, useText } from '../environment';
import { TextStep } from '../incidents/text-step';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { AssessmentForm } from './assessment-form';
import { CloseTrack } from './close-track';
import { ConsultationForm } from './consultation-form';
import { DecideForm } from './decide-form';
import { DeciderForm } from './decider-form';
import { InformForm } from './inform-form';
import { HandledForm, KnowledgeForm } from './moment-forms';
import { ReceiptForms } from './receipt-forms';
import { SubmissionForm } from './submission-form';
import type { TrackProps } from './track-card';

interface StepOffered {
  readonly act: TrackAct;
  readonly title: TextKey;
  readonly form: (props: TrackProps) => React.ReactElement;
  /** Where it makes a difference; everywhere when absent. */
  readonly where?: (track: TrackProps['track']) => boolean;
}

const hasAudience = ({ regime }: TrackProps['track']): boolean => legalRules[regime].audience !== undefined;
const hasProgress = ({ regime }: TrackProps['track']): boolean => legalRules[regime].stages.some(({ id }) => id === 'progress');

/** In the order they are mostly done. */
const offered: readonly StepOffered[] = [
  { act: 'answer-assessment', title: 'tab.track.answer', form: AssessmentForm },
  { act: 'decide-track', title: 'tab.track.decide', form: DecideForm },
  { act: 'give-opinion', title: 'tab.track.give-opinion', form: Opinion, where: ({ regime }) => regime === 'gdpr' },
  { act: 'record-consultation', title: 'tab.track.consult', form: ConsultationForm },
  { act: 'record-submission', title: 'tab.track.submit', form: SubmissionForm },
  { act: 'record-handled', title: 'tab.track.handled', form: HandledForm, where: hasProgress },
  { act: 'inform-concerned', title: 'tab.track.inform', form: InformForm, where: hasAudience },
  { act: 'correct-track-knowledge', title: 'tab.track.correct-known', form: KnowledgeForm },
  { act: 'name-decider', title: 'tab.track.name-decider', form: DeciderForm }
];

export function TrackSteps(props: TrackProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const { track, roles } = props;
  const position = facingTrack({ person: me, roles }, track);
  const refusals = (act: TrackAct): string | undefined => refusalTo(act, position);
  const barred = refusalTo('decide-track', position);
  return (
    <>
      {(barred === 'own-assessment' || barred === 'data-protection-decides') && track.decider.id === me.id && (
        <p className={layout.quiet}>{t(`refusal.${barred}`)}</p>
      )}
      {offered
        .filter(({ act, where }) => refusals(act) === undefined && (where === undefined || where(track)))
        .map(({ act, title, form: Form }) => (
          <Folded key={act} title={t(title)}>
            <Form {...props} />
          </Folded>
        ))}
      {refusals('record-receipt') === undefined && <ReceiptForms {...props} />}
      <CloseTrack {...props} />
    </>
  );
}

function Opinion({ track: { reference }, onChanged }: TrackProps): React.ReactElement {
  return (
    <TextStep
      command="give-opinion"
      about={reference}
      words={{ label: 'tab.track.opinion', help: 'tab.track.give-opinion.help', send: 'tab.track.give-opinion.save' }}
      most={trackLimits.text}
      inputOf={(text) => ({ reference, text })}
      onDone={onChanged}
    />
  );
}
