// Ställföreträdare: who decides in whose place, for those it concerns; an objektägare or a förvaltningschef names one here.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { facingDelegation, facingOwnDecisions, type Capacity } from '../../domain/capacities';
import type { Delegation } from '../../domain/delegation';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Role, Unit } from '../../domain/person';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { statesOf, type Read, type Row, type Source } from '../source';
import { useRead } from '../use-read';
import { DeputyForm } from './deputy-form';
import { DeputyTable } from './deputy-table';

interface Needs {
  readonly delegations: readonly Row<Delegation>[];
  /** An asset of the person's own, when they are objektägare of any. */
  readonly owned: Asset | undefined;
  /** A förvaltning that they head. */
  readonly headed: Unit | undefined;
  readonly roles: readonly Role[];
}

export function Deputies(): React.ReactElement {
  const t = useText();
  const { source, me } = useEnvironment();
  const result = useRead(React.useCallback(() => readNeeds(source, me.id), [source, me.id]));
  return (
    <Section title={t('tab.deputies')}>
      <Loaded {...result} what={t('tab.what.delegations')} lines={3}>
        {(needs) => <DeputiesOf {...needs} />}
      </Loaded>
    </Section>
  );
}

async function readNeeds(source: Source, personId: string): Promise<Read<Needs>> {
  const [delegations, assets, roles, units] = await Promise.all([source.delegations(), source.assets(), source.roles(), source.units()]);
  if (!delegations.ok) return delegations;
  if (!assets.ok) return assets;
  const owned = statesOf(assets.value).find(({ objectOwner }) => objectOwner?.id === personId);
  const headed = statesOf(units).find(({ kind, head }) => kind === 'department' && head?.id === personId);
  return done({ delegations: delegations.value, owned, headed, roles });
}

/** Others need not know who is away. */
const concerned: readonly Capacity[] = ['information-security', 'decider', 'deputy'];

function DeputiesOf({ delegations, owned, headed, roles }: Needs): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const [standing, setStanding] = React.useState(statesOf(delegations));
  const actor = { person: me, roles };
  const shown = standing.filter((delegation) => facingDelegation(actor, delegation).held.some((held) => concerned.includes(held)));
  const forget = (ended: Delegation): void => setStanding(standing.filter(({ reference }) => reference !== ended.reference));
  return (
    <div className={layout.stack}>
      <p className={layout.paragraph}>{t('tab.deputies.how')}</p>
      <BrokenRows rows={delegations} />
      {shown.length === 0 && <Empty title={t('tab.deputies.none')} />}
      <DeputyTable delegations={shown} actor={actor} onEnded={forget} />
      {refusalTo('delegate-decisions', facingOwnDecisions(actor, { owned, headed })) === undefined && (
        <DeputyForm onMade={(made) => setStanding([...standing, made])} />
      )}
    </div>
  );
}
