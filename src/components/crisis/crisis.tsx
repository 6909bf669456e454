// The krisstab on the page of an incident, for those who may call it: suggested when it is critical, called by the crisis plan, followed to its minutes (H55).
import { Link } from '@fluentui/react';
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import { calledPeople, inRingingOrder, stateOfStaff, type CrisisStaff } from '../../domain/crisis-staff';
import { crisisStaffs, crisisState, handlingOf } from '../../domain/incident';
import { refusalTo } from '../../domain/permissions';
import { formatMoment } from '../../i18n/moment';
import { MakeButton } from '../documents/making';
import { makers, useMake } from '../documents/use-make';
import { useEnvironment, useText } from '../environment';
import type { CaseProps } from '../incidents/incident-screen';
import { Facts } from '../parts/facts';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { statesOf } from '../source';
import { CallForm } from './call-form';
import { RingingList } from './ringing-list';
import { StaffForms, type StaffProps } from './staff-forms';

export function Crisis(props: CaseProps): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const { incident, roles } = props;
  const position = facingIncident({ person: me, roles }, incident);
  if (refusalTo('end-crisis-staff', position) !== undefined) return null;
  const staffs = crisisStaffs(incident);
  const state = crisisState(incident);
  const isLetGo = handlingOf(incident).disposal !== undefined;
  const isRunning = state === 'called' || state === 'active';
  const mayCall = !isLetGo && !isRunning && refusalTo('call-crisis-staff', position) === undefined;
  return (
    <Section title={t('tab.crisis')}>
      <Facts facts={[{ name: t('tab.incident.state'), value: t(`crisis.state.${state}`) }]} />
      {state === 'considered' && <strong>{t('tab.crisis.suggested')}</strong>}
      {staffs.map((staff, place) => (
        <StaffOf key={staff.at} {...props} staff={staff} place={place} isOpen={!isLetGo && stateOfStaff(staff) !== 'ended'} />
      ))}
      {mayCall && (
        <Folded title={t(staffs.length === 0 ? 'tab.crisis.call' : 'tab.crisis.call.again')}>
          <div className={layout.stack}>
            <CallForm {...props} />
          </div>
        </Folded>
      )}
    </Section>
  );
}

function StaffOf({ isOpen, ...props }: StaffProps & { readonly isOpen: boolean }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { staff, place } = props;
  return (
    <div className={layout.stack} role="group" aria-label={t('tab.crisis.heading', { number: place + 1 })}>
      <strong>{t('tab.crisis.heading', { number: place + 1 })}</strong>
      <Standing staff={staff} />
      {isOpen && (
        <>
          <RingingList staff={staff} />
          <StaffForms {...props} />
        </>
      )}
      <Papers {...props} isOpen={isOpen} />
    </div>
  );
}

function Standing({ staff }: { readonly staff: CrisisStaff }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const { by, at, reason, agenda, link, attendance, decisions, ended } = staff;
  const said = (one: Pick<CrisisStaff, 'by' | 'at'>): string =>
    t('tab.crisis.by', { name: one.by.name, at: formatMoment(language, one.at) });
  const called = calledPeople(staff).filter(({ person }) => attendance?.present.includes(person.id) === true);
  const came = [
    ...called.map(({ person }) => person.name),
    ...(attendance === undefined || attendance.others === '' ? [] : [attendance.others])
  ];
  return (
    <Facts
      facts={[
        { name: t('tab.crisis.called'), value: said({ by, at }) },
        { name: t('tab.crisis.reason'), value: reason },
        ...(agenda === '' ? [] : [{ name: t('tab.crisis.agenda'), value: agenda }]),
        ...(link === undefined ? [] : [{ name: t('tab.crisis.link'), value: <Meeting link={link} /> }]),
        {
          name: t('tab.crisis.attendance'),
          value: attendance === undefined ? t('tab.crisis.attendance.none') : `${came.join(', ')}\n${said(attendance)}`
        },
        {
          name: t('tab.crisis.decisions'),
          value: decisions.length === 0 ? t('tab.crisis.decisions.none') : decisions.map((one) => `${one.text} (${said(one)})`).join('\n')
        },
        ...(ended === undefined ? [] : [{ name: t('tab.crisis.end.label'), value: `${ended.minutes}\n${said(ended)}` }])
      ]}
    />
  );
}

function Meeting({ link }: { readonly link: string }): React.ReactElement {
  const t = useText();
  return (
    <Link underline href={link} target="_blank" rel="noreferrer">
      {t('tab.crisis.link.open')}
    </Link>
  );
}

/** Of the incident and the plan as they stand when it is pressed. */
function Papers({ incident: { reference }, place, staff, isOpen }: StaffProps & { readonly isOpen: boolean }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const make = useMake(reference);
  const callFile = (): ReturnType<typeof make> =>
    make(async (read) => {
      const rows = await source.crisisPlan();
      const plan = rows.ok ? inRingingOrder(statesOf(rows.value)) : rows.reason;
      return (await makers()).crisisCallFile(read, { staff: crisisStaffs(read.incident.state)[place] ?? staff, plan });
    });
  return (
    <>
      {isOpen && (
        <>
          <p className={layout.quiet}>{t('tab.crisis.document.call.help')}</p>
          <MakeButton words={t('tab.crisis.document.call')} make={callFile} />
        </>
      )}
      {stateOfStaff(staff) !== 'called' && (
        <MakeButton
          words={t('tab.crisis.document.minutes')}
          make={() => make(async (read) => (await makers()).crisisMinutesFile(read, crisisStaffs(read.incident.state)[place] ?? staff))}
        />
      )}
    </>
  );
}
