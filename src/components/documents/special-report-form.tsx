// The särskild rapport of an incident: suggested when it is called for, and made by the informationssäkerhetsansvarig, who may at any time (H64).
import { Dropdown, TextField } from '@fluentui/react';
import * as React from 'react';
import { z } from 'zod';
import type { Judgement } from '../../documents/special-report';
import { facingIncident } from '../../domain/capacities';
import type { Incident } from '../../domain/incident';
import type { Track } from '../../domain/legal-track';
import { refusalTo } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import { specialReportCalledFor, specialReportCodes, suggestedCode } from '../../domain/special-report';
import { useEnvironment, useText } from '../environment';
import { Folded } from '../parts/folded';
import { dropdownStyles, fieldStyles, useLayout } from '../parts/layout';
import { statesOf } from '../source';
import { useKept } from '../use-kept';
import { useRead } from '../use-read';
import { KeepReport } from './keep-report';
import { MakeButton, type MakeButtonProps } from './making';

export interface SpecialReportProps {
  readonly incident: Incident;
  readonly roles: readonly Role[];
  readonly make: (judgement: Judgement) => ReturnType<MakeButtonProps['make']>;
  /** As `make`, of what all who may read the incident may read. */
  readonly makeToKeep: SpecialReportProps['make'];
  readonly onChanged: (incident: Incident) => void;
}

export function SpecialReport(props: SpecialReportProps): React.ReactElement {
  const { source } = useEnvironment();
  const { reference } = props.incident;
  const { reading } = useRead(React.useCallback(() => source.tracks(reference), [source, reference]));
  // Without tracks, what the incident alone says: that they could not be read is said where they are shown.
  return <Suggested {...props} tracks={reading.status === 'read' ? statesOf(reading.value) : []} />;
}

function Suggested(props: SpecialReportProps & { readonly tracks: readonly Track[] }): React.ReactElement | null {
  const { incident, roles, tracks } = props;
  const t = useText();
  const layout = useLayout();
  const triggers = specialReportCalledFor(incident, tracks, new Date().toISOString());
  const mayMake = roles.includes('information-security');
  if (triggers.length === 0 && !mayMake) return null;
  return (
    <>
      {triggers.length > 0 && (
        <div>
          <strong>{t('tab.special-report.suggested')}</strong>
          <ul className={layout.list}>
            {triggers.map((trigger) => (
              <li key={trigger}>{t(`special-report.trigger.${trigger}`)}</li>
            ))}
          </ul>
          {!mayMake && <p className={layout.quiet}>{t('tab.special-report.by-whom')}</p>}
        </div>
      )}
      {mayMake && (
        <Folded title={t('tab.special-report')}>
          <JudgementForm {...props} />
        </Folded>
      )}
    </>
  );
}

function JudgementForm({ incident, roles, make, makeToKeep, onChanged }: SpecialReportProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const untouched: Judgement = { code: suggestedCode(incident), consequences: '', proposal: '' };
  const { typed: judgement, change: keep } = useKept<Judgement>(`special-report ${incident.reference}`, KeptJudgement, untouched);
  const { me } = useEnvironment();
  const mayKeep = refusalTo('add-attachment', facingIncident({ person: me, roles }, incident)) === undefined;
  const change = (changes: Partial<Judgement>): void => keep({ ...judgement, ...changes });
  const field = (part: 'consequences' | 'proposal'): React.ReactElement => (
    <TextField
      label={t(`tab.special-report.${part}`)}
      multiline
      autoAdjustHeight
      maxLength={longest}
      value={judgement[part]}
      onChange={(_, written = '') => change({ [part]: written })}
      styles={fieldStyles}
    />
  );
  return (
    <div className={layout.stack}>
      <p className={layout.paragraph}>{t('tab.special-report.help')}</p>
      <Dropdown
        label={t('tab.special-report.code')}
        options={specialReportCodes.map((key) => ({ key, text: t(`special-report.code.${key}`) }))}
        selectedKey={judgement.code}
        onChange={(_, option) => change({ code: specialReportCodes.find((code) => code === option?.key) ?? judgement.code })}
        styles={dropdownStyles}
      />
      {field('consequences')}
      {field('proposal')}
      <MakeButton words={t('tab.special-report.download')} make={() => make(judgement)} />
      {mayKeep && <KeepReport reference={incident.reference} make={() => makeToKeep(judgement)} onKept={onChanged} />}
    </div>
  );
}

const longest = 4000;

/** The paper is made and made again until it is right, so what is written for it stays. */
const KeptJudgement = z.object({ code: z.enum(specialReportCodes), consequences: z.string(), proposal: z.string() });
