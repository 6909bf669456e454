// What is entered while the krisstab works: who came, each decision, and the minutes it ends with.
import { Checkbox } from '@fluentui/react';
import * as React from 'react';
import { calledPeople, crisisLimits, stateOfStaff, type CrisisStaff } from '../../domain/crisis-staff';
import { useText } from '../environment';
import type { CaseProps } from '../incidents/incident-screen';
import { TextStep } from '../incidents/text-step';
import { CommandForm } from '../parts/command-form';
import { Folded } from '../parts/folded';
import { checkboxStyles, useLayout } from '../parts/layout';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';

export interface StaffProps extends CaseProps {
  readonly staff: CrisisStaff;
  /** Its place among the callings of the incident. */
  readonly place: number;
}

export function StaffForms(props: StaffProps): React.ReactElement {
  const t = useText();
  const {
    incident: { reference },
    staff,
    place,
    onChanged
  } = props;
  const about = `${reference} ${place}`;
  return (
    <>
      <Folded title={t('tab.crisis.attendance.record')}>
        <AttendanceForm {...props} />
      </Folded>
      {stateOfStaff(staff) === 'active' && (
        <Folded title={t('tab.crisis.decision')}>
          <TextStep
            command="record-crisis-decision"
            about={about}
            words={{ label: 'tab.crisis.decision.label', help: 'tab.crisis.decision.help', send: 'tab.crisis.decision.save' }}
            most={crisisLimits.decision}
            inputOf={(text) => ({ reference, staff: place, text })}
            onDone={onChanged}
          />
        </Folded>
      )}
      <Folded title={t('tab.crisis.end')}>
        <TextStep
          command="end-crisis-staff"
          about={about}
          words={{ label: 'tab.crisis.end.label', help: 'tab.crisis.end.help', send: 'tab.crisis.end.save' }}
          most={crisisLimits.minutes}
          inputOf={(minutes) => ({ reference, staff: place, minutes })}
          onDone={onChanged}
        />
      </Folded>
    </>
  );
}

function AttendanceForm({ incident: { reference }, staff, place, onChanged }: StaffProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const before = staff.attendance;
  const [present, setPresent] = React.useState<readonly string[]>(before?.present ?? []);
  const { typed, change, erase } = useKeptTexts(`record-crisis-attendance ${reference} ${place}`, { others: before?.others ?? '' });
  const others = typed.others.trim();
  const input = present.length === 0 && others === '' ? undefined : { reference, staff: place, present, others };
  return (
    <CommandForm
      command="record-crisis-attendance"
      what="tab.what.incident"
      save="tab.crisis.attendance.save"
      input={input}
      onDone={(changed) => {
        erase({ others });
        onChanged(changed);
      }}
    >
      <p className={layout.paragraph}>{t('tab.crisis.attendance.help')}</p>
      <div role="group" aria-label={t('tab.crisis.attendance')} className={layout.list}>
        {calledPeople(staff).map(({ person: { id, name }, functions }) => (
          <Checkbox
            key={id}
            label={t('tab.crisis.list.who', { function: functions.join(', '), name })}
            checked={present.includes(id)}
            onChange={(_, isPresent) => setPresent(isPresent === true ? [...present, id] : present.filter((other) => other !== id))}
            styles={checkboxStyles}
          />
        ))}
      </div>
      <WrittenField
        label="tab.crisis.attendance.others"
        text={typed.others}
        onChange={(written) => change({ others: written })}
        most={crisisLimits.others}
        rows={2}
      />
    </CommandForm>
  );
}
