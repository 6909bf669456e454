// Calling the krisstab: why, what is to be gone through, and where; whom is said by the crisis plan, shown above.
import * as React from 'react';
import { crisisLimits } from '../../domain/crisis-staff';
import { longestWebAddress, WebAddress } from '../../domain/web-address';
import { useText } from '../environment';
import type { CaseProps } from '../incidents/incident-screen';
import { CommandForm } from '../parts/command-form';
import { useLayout } from '../parts/layout';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';
import { RingingList } from './ringing-list';

export function CallForm({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { typed, change, erase } = useKeptTexts(`call-crisis-staff ${reference}`, { reason: '', agenda: '', link: '' });
  const [reason, agenda, link] = [typed.reason, typed.agenda, typed.link].map((text) => text.trim()) as [string, string, string];
  const isLinkWrong = link !== '' && !WebAddress.safeParse(link).success;
  const input = reason === '' || isLinkWrong ? undefined : { reference, reason, agenda, ...(link !== '' && { link }) };
  return (
    <CommandForm
      command="call-crisis-staff"
      what="tab.what.incident"
      save="tab.crisis.call"
      input={input}
      onDone={(changed) => {
        erase();
        onChanged(changed);
      }}
    >
      <p className={layout.paragraph}>{t('tab.crisis.call.help')}</p>
      <RingingList />
      <WrittenField
        label="tab.crisis.reason"
        help="tab.crisis.reason.help"
        text={typed.reason}
        onChange={(written) => change({ ...typed, reason: written })}
        most={crisisLimits.reason}
        rows={3}
        isRequired
      />
      <WrittenField
        label="tab.crisis.agenda"
        text={typed.agenda}
        onChange={(written) => change({ ...typed, agenda: written })}
        most={crisisLimits.agenda}
        rows={4}
      />
      <WrittenField
        label="tab.crisis.link"
        help="tab.crisis.link.help"
        text={typed.link}
        onChange={(written) => change({ ...typed, link: written })}
        most={longestWebAddress}
      />
      {isLinkWrong && <p className={layout.fault}>{t('tab.crisis.link.wrong')}</p>}
    </CommandForm>
  );
}
