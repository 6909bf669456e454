// Tillgångar: search first, what the register can be narrowed to beside it, then the register.
import { DefaultButton, PrimaryButton, SearchBox } from '@fluentui/react';
import * as React from 'react';
import { isChangedAfterDecision, type Asset } from '../../domain/asset';
import { facingNew } from '../../domain/capacities';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Role, Unit } from '../../domain/person';
import { isToBeReconsidered, type Grounds } from '../../domain/reconsideration';
import { registerSearch, type RegisterFilter } from '../../domain/register-search';
import type { Vacancy } from '../../domain/vacancy';
import { ExportButton } from '../documents/export-button';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { Badge } from '../parts/badge';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { ClassTags } from '../parts/level-tag';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { ScreenHeading } from '../parts/screen-heading';
import { VacantBadges } from '../parts/vacancies';
import { readGrounds } from '../reconsider/grounds';
import { statesOf, type Read, type Row } from '../source';
import { useLocation } from '../use-address';
import { useRead } from '../use-read';
import { useSettled } from '../use-settled';
import { RegisterFilters } from './register-filters';
import { useRegisterFilter } from './use-register-filter';

interface Register {
  readonly assets: readonly Row<Asset>[];
  readonly units: readonly Row<Unit>[];
  readonly vacancies: readonly Vacancy[];
  readonly roles: readonly Role[];
  readonly grounds: Grounds;
}

export function AssetsScreen({ filter }: { readonly filter: RegisterFilter }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Register>> => {
    const [assets, units, vacancies, roles, grounds] = await Promise.all([
      source.assets(),
      source.units(),
      source.vacancies(),
      source.roles(),
      readGrounds(source)
    ]);
    if (!assets.ok) return assets;
    return done({ assets: assets.value, units, vacancies: vacancies.ok ? statesOf(vacancies.value) : [], roles, grounds });
  }, [source]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.nav.assets')}</ScreenHeading>
      <div>
        <AddressLink to={{ screen: 'overview' }}>{t('tab.overview')}</AddressLink>
      </div>
      <Loaded {...useRead(read)} what={t('tab.what.assets')} lines={8}>
        {(register) => <Assets {...register} given={filter} />}
      </Loaded>
    </div>
  );
}

function Assets({ assets, units, vacancies, roles, grounds, given }: Register & { readonly given: RegisterFilter }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const [filter, setFilter] = useRegisterFilter(given);
  const organisation = React.useMemo(() => statesOf(units), [units]);
  const search = React.useMemo(
    () => registerSearch(statesOf(assets), { units: organisation, me: me.id, vacancies, grounds }),
    [assets, organisation, me.id, vacancies, grounds]
  );
  const found = React.useMemo(() => search(filter), [search, filter]);
  const { sought = '' } = filter;
  return (
    <>
      <SearchBox
        ariaLabel={t('tab.assets.search')}
        placeholder={t('tab.assets.search')}
        value={sought}
        onChange={(_, typed) => setFilter({ ...filter, sought: typed ?? '' })}
        styles={{ root: { minHeight: 44, maxWidth: 640 } }}
      />
      <RegisterFilters filter={filter} units={organisation} onChange={setFilter} />
      {refusalTo('register-asset', facingNew({ person: me, roles })) === undefined && <AddAsset />}
      <BrokenRows rows={assets} />
      <p role="status" className={layout.quiet}>
        {useSettled(t('tab.assets.found', { count: found.length }))}
      </p>
      {assets.length === 0 && <Empty title={t('tab.assets.empty')}>{t('tab.assets.empty.how')}</Empty>}
      {found.length > 0 && (
        <>
          <ExportButton
            file={({ registerFile }, taken) => registerFile({ assets: found, vacancies, filter, units: organisation, ...taken })}
          />
          <AssetTable assets={found} vacancies={vacancies} grounds={grounds} />
        </>
      )}
      {found.length === 0 && assets.length > 0 && (
        <Empty title={sought === '' ? t('tab.assets.no-match.filter') : t('tab.assets.no-match', { sought })} />
      )}
    </>
  );
}

function AddAsset(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { goTo } = useLocation();
  return (
    <div className={layout.actions}>
      <PrimaryButton text={t('tab.assets.add')} onClick={() => goTo({ screen: 'new-asset' })} />
      <DefaultButton text={t('tab.import')} onClick={() => goTo({ screen: 'import-assets' })} />
    </div>
  );
}

interface AssetTableProps {
  readonly assets: readonly Asset[];
  readonly vacancies: readonly Vacancy[];
  readonly grounds: Grounds;
}

function AssetTable({ assets, vacancies, grounds }: AssetTableProps): React.ReactElement {
  const t = useText();
  const columns: readonly TableColumn<Asset>[] = [
    {
      key: 'name',
      name: t('tab.asset.name'),
      width: [140, 280],
      isRowHeader: true,
      render: ({ name, reference }) => <AddressLink to={{ screen: 'asset', reference }}>{name}</AddressLink>
    },
    { key: 'reference', name: t('tab.asset.reference'), width: [90, 110], render: ({ reference }) => reference },
    { key: 'unit', name: t('tab.asset.unit'), width: [110, 180], render: ({ unitName }) => unitName },
    { key: 'class', name: t('tab.class'), width: [225, 260], render: ({ profile }) => <ClassTags profile={profile} /> },
    {
      key: 'owner',
      name: t('owner.informationOwner'),
      width: [150, 180],
      render: (asset) => (
        <>
          {asset.informationOwner?.name ?? t('tab.vacant')} <VacantBadges asset={asset} vacancies={vacancies} />
        </>
      )
    },
    { key: 'state', name: t('tab.state'), width: [110, 160], render: (asset) => <AssetState asset={asset} grounds={grounds} /> }
  ];
  return <RegisterTable label={t('tab.nav.assets')} rows={assets} columns={columns} keyOf={({ reference }) => reference} />;
}

/** That it has changed is the nearest of the reasons, and says more than that it is to be reconsidered. */
function AssetState({ asset, grounds }: { readonly asset: Asset; readonly grounds: Grounds }): React.ReactElement {
  const t = useText();
  const isChanged = isChangedAfterDecision(asset);
  return (
    <>
      {t(`asset.state.${asset.state}`)} {isChanged && <Badge>{t('asset.changed-after-decision')}</Badge>}
      {!isChanged && isToBeReconsidered(asset, grounds) && <Badge>{t('tab.reconsider')}</Badge>}
    </>
  );
}
