// How an incident stands: stage, category, level and why it is suggested, who has it, what it touches, whom to tell at once.
import * as React from 'react';
import { aspects } from '../../domain/classification';
import { handlingOf, type Incident } from '../../domain/incident';
import { suggestSeverity, type SeverityReason } from '../../domain/severity';
import { incidentCategoryMeanings } from '../../reference/incident-categories';
import { responseDeadline } from '../../domain/response-deadline';
import { severityTargets } from '../../reference/severity-targets';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { Badge } from '../parts/badge';
import { Facts, type Fact } from '../parts/facts';
import { useLayout } from '../parts/layout';
import { Clock } from './clock';

export function Assessment({ incident }: { readonly incident: Incident }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { suggested, restricted } = handlingOf(incident);
  return (
    <>
      {restricted && <Badge>{t('tab.incident.restricted')}</Badge>}
      <Facts facts={[...useStanding(incident), ...useLinked(incident)]} />
      {suggested !== undefined && (
        <p className={layout.paragraph}>{t('tab.incident.suggested', { severity: t(`severity.${suggested}`) })}</p>
      )}
      <Reasons incident={incident} />
    </>
  );
}

function useStanding(incident: Incident): readonly Fact[] {
  const t = useText();
  const { category, severity, handler } = handlingOf(incident);
  const target = severity && severityTargets[severity];
  const who = target?.told.map((party) => t(`told.${party}`)).join(', ') ?? '';
  const rated: Fact[] = [
    { name: t('tab.incident.category'), value: category && t(`incident.category.${category}`) },
    { name: t('tab.incident.rsit'), value: category && <span lang="en">{incidentCategoryMeanings[category].rsit.join('; ')}</span> },
    { name: t('tab.incident.told'), value: target?.call === true ? t('tab.incident.told.call', { who }) : who }
  ];
  const response = responseDeadline(incident)?.response;
  const words = response && (response === 'handle' ? 'tab.incident.clock.handle' : 'tab.incident.clock');
  return [
    { name: t('tab.incident.state'), value: t(`incident.state.${incident.state}`) },
    { name: t('tab.incident.severity'), value: severity === undefined ? t('tab.incident.not-assessed') : t(`severity.${severity}`) },
    { name: t('tab.incident.handler'), value: handler?.name ?? t('tab.incident.nobody') },
    ...(severity === undefined ? [] : rated),
    ...(words === undefined ? [] : [{ name: t(words), value: <Clock incident={incident} /> }])
  ];
}

function useLinked(incident: Incident): readonly Fact[] {
  const t = useText();
  const { assets, incidents } = handlingOf(incident);
  const none = t('tab.incident.nothing-linked');
  const assetLinks = assets.map(({ reference, name }) => (
    <div key={reference}>
      <AddressLink to={{ screen: 'asset', reference }}>{`${reference} ${name}`}</AddressLink>
    </div>
  ));
  const incidentLinks = incidents.map((reference) => (
    <div key={reference}>
      <AddressLink to={{ screen: 'incident', reference }}>{reference}</AddressLink>
    </div>
  ));
  return [
    { name: t('tab.incident.assets'), value: assets.length === 0 ? none : assetLinks },
    { name: t('tab.incident.links'), value: incidents.length === 0 ? none : incidentLinks }
  ];
}

/** Why the level is suggested, once there are facts to suggest it from. */
function Reasons({ incident }: { readonly incident: Incident }): React.ReactElement | null {
  const { category, facts, assets } = handlingOf(incident);
  if (facts === undefined) return null;
  const hit = category === undefined ? aspects : incidentCategoryMeanings[category].aspects;
  return <SuggestionReasons reasons={suggestSeverity({ aspects: hit, assets, facts }).reasons} />;
}

export function SuggestionReasons({ reasons }: { readonly reasons: readonly SeverityReason[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const inWords = (reason: SeverityReason): string =>
    reason.kind === 'class'
      ? t('tab.incident.because.class', { aspect: t(`aspect.${reason.aspect}`), level: t(`level.${reason.level}`), asset: reason.asset })
      : t(`tab.incident.because.${reason.kind}`);
  return (
    <ul className={layout.list}>
      {reasons.map((reason) => (
        <li key={reason.kind} className={layout.quiet}>
          {inWords(reason)}
        </li>
      ))}
    </ul>
  );
}
