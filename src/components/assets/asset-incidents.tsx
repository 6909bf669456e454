// The incidents that have to do with an asset, as far as the person may read them: number, what it was, state and severity.
import * as React from 'react';
import { handlingOf, type Incident } from '../../domain/incident';
import { done } from '../../domain/outcome';
import { incidentsOf } from '../../domain/recurring-causes';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { useMarked } from '../parts/exercise';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { statesOf } from '../source';
import { useRead } from '../use-read';

/** Whoever may not see the list at all has none to read. */
export function AssetIncidents({ asset }: { readonly asset: string }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async () => {
    const rows = await source.incidents();
    return done(rows.ok ? rows.value : []);
  }, [source]);
  return (
    <Loaded {...useRead(read)} what={t('tab.what.incidents')} lines={2}>
      {(rows) => {
        const incidents = incidentsOf(asset, statesOf(rows));
        return (
          <>
            <BrokenRows rows={rows} />
            <p className={layout.quiet}>{t(incidents.length === 0 ? 'tab.asset.incidents.none' : 'tab.asset.incidents.of-what')}</p>
            <ul className={layout.list}>
              {incidents.map((incident) => (
                <OneIncident key={incident.reference} incident={incident} />
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}

function OneIncident({ incident }: { readonly incident: Incident }): React.ReactElement {
  const t = useText();
  const marked = useMarked();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { reference, report, state, reportedAt } = incident;
  const { severity } = handlingOf(incident);
  return (
    <li className={layout.row}>
      <span>
        <strong>{marked(incident, t(`incident.kind.${report.kind}`))}</strong>
        <br />
        <span className={layout.quiet}>
          {t('tab.asset.incident', {
            state: t(`incident.state.${state}`),
            severity: severity === undefined ? t('tab.incident.not-assessed') : t(`severity.${severity}`),
            at: formatMoment(language, reportedAt)
          })}
        </span>
      </span>
      <AddressLink to={{ screen: 'incident', reference }}>{reference}</AddressLink>
    </li>
  );
}
