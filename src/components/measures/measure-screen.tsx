// One measure on a page of its own, for whoever is to see that it is done: they need not be able to read its incident. And for whoever decides on one from an asset.
import * as React from 'react';
import type { Delegation } from '../../domain/delegation';
import type { Incident } from '../../domain/incident';
import type { Measure } from '../../domain/measure';
import { done } from '../../domain/outcome';
import type { Role } from '../../domain/person';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { OneRow, stateIn } from '../parts/one-row';
import { ScreenHeading } from '../parts/screen-heading';
import { Traceability } from '../parts/traceability';
import { statesOf, type Read, type Row, type Source } from '../source';
import { useRead } from '../use-read';
import { MeasureCard } from './measure-card';

interface Found {
  readonly measure: Row<Measure> | undefined;
  readonly incident: Incident | undefined;
  readonly roles: readonly Role[];
  /** By which this person may decide in the förvaltningschef's place. */
  readonly by: Delegation | undefined;
}

export function MeasureScreen({ reference }: { readonly reference: string }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const result = useRead(React.useCallback(() => find(source, reference), [source, reference]));
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.measure.heading', { reference })}</ScreenHeading>
      <Loaded {...result} what={t('tab.what.measure')}>
        {({ measure: row, ...found }) => (
          <OneRow row={row} what={t('tab.what.measure')}>
            {(measure) => <MeasureOf read={measure} {...found} />}
          </OneRow>
        )}
      </Loaded>
      <Traceability />
    </div>
  );
}

async function find(source: Source, reference: string): Promise<Read<Found>> {
  const [measure, roles, deputising] = await Promise.all([source.measure(reference), source.roles(), source.deputising()]);
  if (!measure.ok) return measure;
  const { incident: about, decider } = stateIn(measure.value) ?? {};
  const by = deputising.ok ? statesOf(deputising.value).find((delegation) => delegation.by.id === decider?.id) : undefined;
  const incident = about === undefined ? undefined : await source.incident(about);
  return done({ measure: measure.value, incident: incident?.ok === true ? stateIn(incident.value) : undefined, roles, by });
}

function MeasureOf({ read, incident, roles, by }: Omit<Found, 'measure'> & { readonly read: Measure }): React.ReactElement {
  const t = useText();
  const [measure, onChanged] = React.useState(read);
  return (
    <>
      <MeasureCard measure={measure} incident={incident} roles={roles} by={by} onChanged={onChanged} />
      {incident !== undefined && (
        <div>
          <AddressLink to={{ screen: 'incident', reference: incident.reference }}>
            {t('tab.home.look', { reference: incident.reference })}
          </AddressLink>
        </div>
      )}
    </>
  );
}
