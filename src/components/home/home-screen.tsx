// Hem: report an incident, what waits for me, my measures, classes to reconsider, requirements to answer, whom to ring.
import { Link, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import { subpageOf } from '../address';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { Phone } from '../parts/phone';
import { ScreenHeading } from '../parts/screen-heading';
import { Section } from '../parts/section';
import type { Settings } from '../source';
import { useRead } from '../use-read';
import { ClassesToReconsider } from './classes-to-reconsider';
import { MeasuresToDo } from './measures-to-do';
import { RequirementsLink } from './requirements-link';
import { WaitingForMe } from './waiting-for-me';

export function HomeScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const settings = useRead(React.useCallback(async () => ({ ok: true as const, value: await source.settings() }), [source]));
  const roles = useRead(React.useCallback(async () => ({ ok: true as const, value: await source.roles() }), [source]));
  const measures = useRead(React.useCallback(() => source.measuresToDo(), [source]));
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.nav.home')}</ScreenHeading>
      <Loaded {...settings} what={t('tab.what.settings')} lines={2}>
        {({ chatUrl, broken }) => (
          <>
            <BrokenRows rows={broken} />
            <ReportIncident chatUrl={chatUrl} />
          </>
        )}
      </Loaded>
      <MeasuresToDo {...measures} />
      <WaitingForMe hasMore={measures.reading.status === 'read' && measures.reading.value.length > 0} />
      <ClassesToReconsider />
      <RequirementsLink />
      {roles.reading.status === 'read' && roles.reading.value.length > 0 && (
        <div>
          <AddressLink to={{ screen: 'overview' }}>{t('tab.overview')}</AddressLink>
        </div>
      )}
      {settings.reading.status === 'read' && <Phones settings={settings.reading.value} />}
    </div>
  );
}

/** Here and now; the chat with the bot takes the same report. */
function ReportIncident({ chatUrl }: { readonly chatUrl: string | undefined }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <Section title={t('tab.home.report.title')}>
      <p className={layout.paragraph}>{t('tab.home.report.thanks')}</p>
      <div>
        <PrimaryButton
          text={t('tab.home.report')}
          href={`#${subpageOf({ screen: 'report' })}`}
          styles={{ root: { height: 56, padding: '0 28px' }, label: { fontSize: 18 } }}
        />
      </div>
      {chatUrl !== undefined && (
        <div>
          <Link underline href={withMessage(chatUrl, t('tab.home.report.phrase'))} target="_blank">
            {t('tab.home.report.chat')}
          </Link>
        </div>
      )}
      <p className={layout.quiet}>{t('tab.home.report.how')}</p>
    </Section>
  );
}

/** Teams writes the message for the person to send: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams. */
function withMessage(chatUrl: string, message: string): string {
  return `${chatUrl}${chatUrl.includes('?') ? '&' : '?'}message=${encodeURIComponent(message)}`;
}

function Phones({ settings }: { readonly settings: Settings }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const phones = [
    { key: 'it', name: t('tab.phone.it'), number: settings.itPhone },
    { key: 'protection', name: t('tab.phone.security-protection'), number: settings.securityProtectionPhone },
    { key: 'officer', name: t('tab.phone.security-officer'), number: settings.securityOfficerPhone }
  ];
  return (
    <Section title={t('tab.home.phones')}>
      <ul className={layout.list}>
        {phones.map(({ key, name, number }) => (
          <li key={key}>
            {name}: <Phone number={number} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
