// What was reported, by whom and when: as it was told, whatever came of it.
import * as React from 'react';
import { handlingOf, type Incident } from '../../domain/incident';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { Facts } from '../parts/facts';
import { useLayout } from '../parts/layout';

export function AboutIncident({ incident }: { readonly incident: Incident }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const { report, reporter, unitName, reportedAt } = incident;
  return (
    <Facts
      facts={[
        { name: t('tab.incident.kind'), value: t(`incident.kind.${report.kind}`) },
        { name: t('tab.incident.where'), value: report.where },
        { name: t('tab.incident.when'), value: t(`incident.when.${report.when}`) },
        { name: t('tab.incident.ongoing'), value: t(`answer.${report.ongoing}`) },
        { name: t('tab.incident.personal-data'), value: t(`answer.${report.personalData}`) },
        { name: t('tab.incident.reporter'), value: `${reporter.name}, ${formatMoment(language, reportedAt)}` },
        { name: t('tab.incident.unit'), value: unitName },
        { name: t('tab.incident.known'), value: <Known incident={incident} /> },
        ...(report.description === '' ? [] : [{ name: t('tab.incident.description'), value: report.description }])
      ]}
    />
  );
}

/** Kännedom, and what was said first once somebody has corrected it; all between stands in the timeline. */
function Known({ incident }: { readonly incident: Incident }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const first = handlingOf(incident).happenings.find(({ known }) => known !== undefined)?.known?.from;
  return (
    <>
      {formatMoment(language, incident.knownAt)}
      {first !== undefined && (
        <>
          <br />
          <span className={layout.quiet}>{t('tab.incident.knowledge.was', { at: formatMoment(language, first) })}</span>
        </>
      )}
    </>
  );
}
