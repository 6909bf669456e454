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
import { statesOf, type Read, type Row, type Source } from '../source';
import { useLocation } from '../use-address';
import { useRead } from '../use-read';
import { useSettled } from '../use-settled';
import { filterIn } from './filter-query';
import { RegisterFilters } from './register-filters';
import { useRegisterFilter } from './use-register-filter';
import type { WrittenFilter } from './written-filter';

interface Register extends Surroundings {
  readonly assets: readonly Row<Asset>[];
  /** False while only the first assets have come. */
  readonly isWhole: boolean;
}

interface Surroundings {
  readonly units: readonly Row<Unit>[];
  readonly vacancies: readonly Vacancy[];
  readonly roles: readonly Role[];
  readonly grounds: Grounds;
}

export function AssetsScreen({ filter }: { readonly filter: WrittenFilter | undefined }): React.ReactElement {
  const given = React.useMemo(() => filterIn(filter ?? {}), [filter]);
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback((soon: (register: Register) => void) => readRegister(source, soon), [source]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.nav.assets')}</ScreenHeading>
      <div>
        <AddressLink to={{ screen: 'overview' }}>{t('tab.overview')}</AddressLink>
      </div>
      <Loaded {...useRead(read)} what={t('tab.what.assets')} lines={8}>
        {(register) => <Assets {...register} given={given} />}
      </Loaded>
    </div>
  );
}

/** The first assets are shown soon; where they cannot be read, the whole register says so. */
async function readRegister(source: Source, soon: (register: Register) => void): Promise<Read<Register>> {
  const first = source.firstAssets();
  const surroundings = readSurroundings(source);
  Promise.all([first, surroundings]).then(
    ([assets, around]) => assets.ok && soon({ ...around, assets: assets.value, isWhole: false }),
    () => undefined
  );
  const [assets, around] = await Promise.all([source.assets(), surroundings]);
  return assets.ok ? done({ ...around, assets: assets.value, isWhole: true }) : assets;
}

async function readSurroundings(source: Source): Promise<Surroundings> {
  const [units, vacancies, roles, grounds] = await Promise.all([source.units(), source.vacancies(), source.roles(), readGrounds(source)]);
  return { units, vacancies: vacancies.ok ? statesOf(vacancies.value) : [], roles, grounds };
}

function Assets({
  assets,
  isWhole,
  units,
  vacancies,
  roles,
  grounds,
  given
}: Register & { readonly given: RegisterFilter }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const [filter, setFilter] = useRegisterFilter(given);
  const organisation = React.useMemo(() => statesOf(units), [units]);
  const search = React.useMemo(
    () => registerSearch(statesOf(assets), { units: organisation, me: me.id, vacancies, grounds }),
    [assets, organisation, me.id, vacancies, grounds]
  );
  // What is sought may be among the assets that have not come yet.
  const isFindable = isWhole || Object.values(filter).every((value) => value === undefined || value === '');
  const found = React.useMemo(() => (isFindable ? search(filter) : []), [isFindable, search, filter]);
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
        {useSettled(isWhole ? t('tab.assets.found', { count: found.length }) : t('tab.assets.reading'))}
      </p>
      {found.length > 0 && isWhole && (
        <ExportButton
          file={({ registerFile }, taken) => registerFile({ assets: found, vacancies, filter, units: organisation, ...taken })}
        />
      )}
      {found.length > 0 && <AssetTable assets={found} vacancies={vacancies} grounds={grounds} />}
      {found.length === 0 && isWhole && <NoAssets isEmpty={assets.length === 0} sought={sought} />}
    </>
  );
}

function NoAssets({ isEmpty, sought }: { readonly isEmpty: boolean; readonly sought: string }): React.ReactElement {
  const t = useText();
  if (isEmpty) return <Empty title={t('tab.assets.empty')}>{t('tab.assets.empty.how')}</Empty>;
  return <Empty title={sought === '' ? t('tab.assets.no-match.filter') : t('tab.assets.no-match', { sought })} />;
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
