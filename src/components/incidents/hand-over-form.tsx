// Handing over a särskild rapport: one of the incident's own files, to somebody in Ledning, who acknowledges it.
import { Dropdown } from '@fluentui/react';
import * as React from 'react';
import { isReportFile } from '../../domain/handed-report';
import { attachmentsOf } from '../../domain/incident';
import { useText } from '../environment';
import { CommandForm } from '../parts/command-form';
import { dropdownStyles, useLayout } from '../parts/layout';
import { PersonField } from '../parts/person-field';
import type { FoundPerson } from '../source';
import type { CaseProps } from './incident-screen';

export function HandOverForm({ incident, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [chosen, setChosen] = React.useState<string>();
  const [to, setTo] = React.useState<FoundPerson>();
  const { reference } = incident;
  const files = attachmentsOf(incident).filter(isReportFile);
  const sha256 = chosen ?? (files.length === 1 ? files[0]?.sha256 : undefined);
  const input = sha256 === undefined || to === undefined ? undefined : { reference, sha256, to: to.upn };
  if (files.length === 0) return <p className={layout.paragraph}>{t('tab.report.hand-over.none')}</p>;
  return (
    <CommandForm command="hand-over-report" what="tab.what.incident" save="tab.report.hand-over.save" input={input} onDone={onChanged}>
      <p className={layout.paragraph}>{t('tab.report.hand-over.help')}</p>
      <Dropdown
        label={t('tab.report.hand-over.file')}
        required
        options={files.map((file) => ({ key: file.sha256, text: file.name }))}
        selectedKey={sha256 ?? null}
        onChange={(_, option) => setChosen(String(option?.key))}
        styles={dropdownStyles}
      />
      <PersonField
        id="varna-report-receiver"
        label={t('tab.report.hand-over.to')}
        help={t('tab.report.hand-over.to.help')}
        person={to}
        onChange={setTo}
      />
    </CommandForm>
  );
}
