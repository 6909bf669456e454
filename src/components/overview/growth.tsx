// How the classes have come along, month by month, from every decision in the record: read when somebody asks, since it is all of them.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import { isEnded, type Asset } from '../../domain/asset';
import { levels, type Classification } from '../../domain/classification';
import { classesByMonth, type MonthOfClasses } from '../../domain/register-overview';
import { monthInWords } from '../../i18n/month-in-words';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from '../parts/broken-rows';
import { FigureTable, type FigureColumn } from '../parts/figure-table';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { statesOf } from '../source';
import { useRead } from '../use-read';
import { useBar } from './bar';

export function Growth({ assets }: { readonly assets: readonly Asset[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [isAsked, setAsked] = React.useState(false);
  if (isAsked) return <Reading assets={assets} />;
  return (
    <div className={layout.actions}>
      <DefaultButton text={t('tab.overview.growth.show')} onClick={() => setAsked(true)} />
    </div>
  );
}

function Reading({ assets }: { readonly assets: readonly Asset[] }): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  return (
    <Loaded {...useRead(React.useCallback(() => source.classifications(), [source]))} what={t('tab.what.decided')} lines={6}>
      {(rows) => (
        <>
          <BrokenRows rows={rows} />
          <Months assets={assets} classifications={statesOf(rows)} />
        </>
      )}
    </Loaded>
  );
}

interface MonthsProps {
  readonly assets: readonly Asset[];
  readonly classifications: readonly Classification[];
}

function Months({ assets, classifications }: MonthsProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const counted = React.useMemo(() => assets.filter((asset) => !isEnded(asset)), [assets]);
  const months = React.useMemo(() => classesByMonth(classifications, counted, new Date().toISOString()), [classifications, counted]);
  const [first, last] = [months[0], months.at(-1)];
  const title = t('tab.overview.growth', {
    month: first === undefined ? '' : monthInWords(language, first.month),
    ...{ before: first?.classed ?? 0, now: last?.classed ?? 0, all: counted.length }
  });
  return (
    <Section title={title}>
      <p className={layout.quiet}>{t('tab.overview.growth.help')}</p>
      <FigureTable
        label={title}
        rows={months}
        keyOf={({ month }) => month}
        heading={{ name: t('tab.overview.month'), render: ({ month }) => monthInWords(language, month) }}
        columns={useColumns(counted.length)}
      />
    </Section>
  );
}

/** How many of all have a class, and how many have each level as their highest. */
function useColumns(all: number): readonly FigureColumn<MonthOfClasses>[] {
  const t = useText();
  const bar = useBar();
  const ofLevels = [...levels].reverse().map((level) => ({
    key: level,
    name: t(`level.${level}`),
    render: ({ highest }: MonthOfClasses) => highest[level]
  }));
  const classed: FigureColumn<MonthOfClasses> = {
    key: 'classed',
    name: t('tab.overview.decided'),
    classOf: () => bar.cell,
    isInWords: true,
    render: (month) => (
      <>
        {bar.of(month.classed, all)} {t('tab.overview.count', { count: month.classed, all })}
      </>
    )
  };
  return [classed, ...ofLevels];
}
