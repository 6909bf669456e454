// What was reported, by whom and when: as it was told, whatever came of it.
import * as React from 'react';
import type { Incident } from '../../domain/incident';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { Facts } from '../parts/facts';

export function AboutIncident({ incident }: { readonly incident: Incident }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const { report, reporter, unitName, reportedAt, knownAt } = incident;
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
        { name: t('tab.incident.known'), value: formatMoment(language, knownAt) },
        ...(report.description === '' ? [] : [{ name: t('tab.incident.description'), value: report.description }])
      ]}
    />
  );
}
