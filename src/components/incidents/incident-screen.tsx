// One incident: what happened on top, how it is assessed, the next step and what can be done, its files, its legal tracks, lessons and measures, questions and answers, and the timeline.
import * as React from 'react';
import { markOf } from '../../domain/exercise';
import { handlingOf, type Incident } from '../../domain/incident';
import { done } from '../../domain/outcome';
import type { Role } from '../../domain/person';
import { useEnvironment, useText } from '../environment';
import { Crisis } from '../crisis/crisis';
import { CaseDocuments } from '../documents/case-documents';
import { Measures } from '../measures/measures';
import { ExerciseNotice, useMarked } from '../parts/exercise';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { OneRow, stateIn } from '../parts/one-row';
import { ScreenHeading } from '../parts/screen-heading';
import { Section } from '../parts/section';
import { Traceability } from '../parts/traceability';
import type { Read, Row } from '../source';
import { Tracks } from '../tracks/tracks';
import { useRead } from '../use-read';
import { Archive } from './archive';
import { AboutIncident } from './about-incident';
import { Assessment } from './assessment';
import { Files } from './files';
import { HandedReports } from './handed-reports';
import { NextStep } from './next-step';
import { Questions } from './questions';
import { Steps } from './steps';
import { Timeline } from './timeline';

interface Case {
  readonly incident: Row<Incident> | undefined;
  readonly roles: readonly Role[];
}

export function IncidentScreen({ reference }: { readonly reference: string }): React.ReactElement {
  const t = useText();
  const marked = useMarked();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Case>> => {
    const [incident, roles] = await Promise.all([source.incident(reference), source.roles()]);
    return incident.ok ? done({ incident: incident.value, roles }) : incident;
  }, [source, reference]);
  const result = useRead(read);
  const state = result.reading.status === 'read' ? stateIn(result.reading.value.incident) : undefined;
  return (
    <div className={layout.stack}>
      <ScreenHeading>
        {state === undefined
          ? reference
          : marked(state, t('tab.incident.heading', { reference, kind: t(`incident.kind.${state.report.kind}`) }))}
      </ScreenHeading>
      <Loaded {...result} what={t('tab.what.incident')} lines={8}>
        {({ incident: row, roles }) => (
          <OneRow row={row} what={t('tab.what.incident')}>
            {(incident) => <CaseOf read={incident} roles={roles} />}
          </OneRow>
        )}
      </Loaded>
      {state === undefined && result.reading.status !== 'reading' && <Tracks reference={reference} incident={undefined} />}
      <Traceability />
    </div>
  );
}

/** What the parts of the page are given. */
export interface CaseProps {
  readonly incident: Incident;
  readonly roles: readonly Role[];
  readonly onChanged: (incident: Incident) => void;
}

function CaseOf({ read, roles }: { readonly read: Incident; readonly roles: readonly Role[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [incident, onChanged] = React.useState(read);
  const props: CaseProps = { incident, roles, onChanged };
  const { outcome } = handlingOf(incident);
  return (
    <>
      <ExerciseNotice {...markOf(incident)} />
      <div className={layout.columns}>
        <Section title={t('tab.incident.happened')}>
          <AboutIncident incident={incident} />
        </Section>
        <Section title={t('tab.incident.assessment')}>
          <Assessment incident={incident} />
        </Section>
      </div>
      {outcome !== undefined && (
        <Section title={t('tab.incident.outcome')}>
          <p className={layout.written}>{outcome}</p>
        </Section>
      )}
      <Section title={t('tab.incident.next')}>
        <NextStep {...props} />
      </Section>
      <Crisis {...props} />
      <HandedReports {...props} />
      <Steps {...props} />
      <Section title={t('tab.files.title')}>
        <Files {...props} />
      </Section>
      <Tracks key={incident.knownAt} reference={incident.reference} incident={incident} />
      <Section title={t('tab.measures')}>
        <Measures {...props} />
      </Section>
      <Section title={t('tab.incident.questions')}>
        <Questions {...props} />
      </Section>
      <Section title={t('tab.incident.timeline')}>
        <Timeline incident={incident} />
      </Section>
      <Archive {...props} />
      <CaseDocuments {...props} />
    </>
  );
}
