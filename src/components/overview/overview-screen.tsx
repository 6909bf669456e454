// Översikt: how things stand with the register, for me, for my unit and for the whole municipality; every number leads to its rows (H02, H42).
import * as React from 'react';
import { isEnded, type Asset } from '../../domain/asset';
import type { Measure } from '../../domain/measure';
import { done } from '../../domain/outcome';
import type { Role, Unit } from '../../domain/person';
import { isToBeReconsidered, type Grounds } from '../../domain/reconsideration';
import { answersFor } from '../../domain/register-search';
import { coverageOf } from '../../domain/register-overview';
import { codesBeneath } from '../../domain/unit-tree';
import type { Vacancy } from '../../domain/vacancy';
import { ExportButton } from '../documents/export-button';
import { useEnvironment, useText } from '../environment';
import { isLate } from '../measures/about-measure';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Facts } from '../parts/facts';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { ScreenHeading } from '../parts/screen-heading';
import { Section } from '../parts/section';
import { readGrounds } from '../reconsider/grounds';
import { statesOf, type Read, type Row } from '../source';
import { useRead } from '../use-read';
import { Attention } from './attention';
import { Coverage } from './coverage';
import { Growth } from './growth';
import { HeatMap } from './heat-map';
import { Trend } from './trend';
import { Welcome } from './welcome';

interface Standing {
  readonly assets: readonly Row<Asset>[];
  readonly units: readonly Unit[];
  readonly vacancies: readonly Vacancy[];
  /** Decisions that wait for whoever looks. */
  readonly waiting: number;
  readonly late: readonly Measure[];
  readonly grounds: Grounds;
  readonly roles: readonly Role[];
}

export function OverviewScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Standing>> => {
    const [assets, units, vacancies, waiting, measures, roles, grounds] = await Promise.all([
      source.assets(),
      source.units(),
      source.vacancies(),
      source.awaitingMe(),
      source.measuresToDo(),
      source.roles(),
      readGrounds(source)
    ]);
    if (!assets.ok) return assets;
    return done({
      assets: assets.value,
      units: statesOf(units),
      vacancies: vacancies.ok ? statesOf(vacancies.value) : [],
      roles,
      waiting: waiting.ok ? waiting.value.length : 0,
      late: measures.ok ? statesOf(measures.value).filter((measure) => isLate(measure)) : [],
      grounds
    });
  }, [source]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.overview')}</ScreenHeading>
      <Welcome />
      <Loaded {...useRead(read)} what={t('tab.what.assets')} lines={8}>
        {({ assets, ...others }) => (
          <>
            <BrokenRows rows={assets} />
            <Overview assets={statesOf(assets).filter((asset) => !isEnded(asset))} {...others} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Overview({
  assets,
  units,
  vacancies,
  grounds,
  roles,
  ...mine
}: Omit<Standing, 'assets'> & { readonly assets: readonly Asset[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const headed = units.filter(({ head }) => head?.id === me.id);
  return (
    <>
      <div className={layout.columns}>
        <Section title={t('tab.overview.mine')}>
          <Mine assets={assets} grounds={grounds} {...mine} />
        </Section>
        {headed.map((unit) => (
          <Section key={unit.code} title={t('tab.overview.my-unit', { unit: unit.name })}>
            <OfUnit unit={unit} units={units} assets={assets} />
          </Section>
        ))}
      </div>
      <Coverage assets={assets} units={units} />
      <HeatMap assets={assets} units={units} />
      <Attention assets={assets} vacancies={vacancies} grounds={grounds} />
      <Trend assets={assets} />
      <Growth assets={assets} />
      <ExportButton file={({ overviewFile }, taken) => overviewFile({ assets, units, vacancies, grounds, ...taken })} />
      {roles.includes('information-security') && (
        <div>
          <AddressLink to={{ screen: 'exit' }}>{t('tab.exit')}</AddressLink>
        </div>
      )}
    </>
  );
}

interface MineProps extends Pick<Standing, 'waiting' | 'late' | 'grounds'> {
  readonly assets: readonly Asset[];
}

function Mine({ assets, waiting, late, grounds }: MineProps): React.ReactElement {
  const t = useText();
  const { me } = useEnvironment();
  const own = assets.filter((asset) => answersFor(me.id, asset));
  const due = own.filter((asset) => isToBeReconsidered(asset, grounds)).length;
  return (
    <Facts
      facts={[
        {
          name: t('tab.overview.assets.mine'),
          value: <AddressLink to={{ screen: 'assets', filter: { mine: true } }}>{String(own.length)}</AddressLink>
        },
        {
          name: t('tab.overview.reconsider'),
          value: <AddressLink to={{ screen: 'assets', filter: { mine: true, reconsider: true } }}>{String(due)}</AddressLink>
        },
        { name: t('tab.overview.waiting'), value: <AddressLink to={{ screen: 'decisions' }}>{String(waiting)}</AddressLink> },
        { name: t('tab.overview.late'), value: <AddressLink to={{ screen: 'home' }}>{String(late.length)}</AddressLink> }
      ]}
    />
  );
}

interface OfUnitProps {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly assets: readonly Asset[];
}

function OfUnit({ unit: { code }, units, assets }: OfUnitProps): React.ReactElement {
  const t = useText();
  const codes = codesBeneath(code, units);
  const { all, decided } = coverageOf(assets.filter(({ unit }) => codes.has(unit)));
  return (
    <Facts
      facts={[
        {
          name: t('tab.overview.registered'),
          value: <AddressLink to={{ screen: 'assets', filter: { unit: code } }}>{String(all)}</AddressLink>
        },
        {
          name: t('tab.overview.missing'),
          value: <AddressLink to={{ screen: 'assets', filter: { unit: code, class: 'none' } }}>{String(all - decided)}</AddressLink>
        }
      ]}
    />
  );
}
