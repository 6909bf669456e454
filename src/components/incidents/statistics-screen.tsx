// Statistik: what the incidents of a year come to, counted over those that whoever looks may read.
import { Dropdown } from '@fluentui/react';
import * as React from 'react';
import type { Incident } from '../../domain/incident';
import { statisticsOf, yearOf, yearsOf, type IncidentStatistics, type Share, type Waits } from '../../domain/incident-statistics';
import { recurringCauses } from '../../domain/recurring-causes';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { Loaded } from '../parts/loaded';
import { dropdownStyles, useLayout } from '../parts/layout';
import { ScreenHeading } from '../parts/screen-heading';
import { Section } from '../parts/section';
import { statesOf } from '../source';
import { themed } from '../themed';
import { useRead } from '../use-read';
import { Recurring } from './recurring';

export function StatisticsScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const result = useRead(React.useCallback(() => source.incidents(), [source]));
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.statistics')}</ScreenHeading>
      <p className={layout.quiet}>{t('tab.statistics.of-what')}</p>
      <Loaded {...result} what={t('tab.what.incidents')} lines={8}>
        {(rows) => (
          <>
            <BrokenRows rows={rows} />
            {statesOf(rows).length === 0 ? <Empty title={t('tab.incidents.empty')} /> : <OfAYear incidents={statesOf(rows)} />}
          </>
        )}
      </Loaded>
      <div>
        <AddressLink to={{ screen: 'incidents' }}>{t('tab.to-incidents')}</AddressLink>
      </div>
    </div>
  );
}

function OfAYear({ incidents }: { readonly incidents: readonly Incident[] }): React.ReactElement {
  const t = useText();
  const years = React.useMemo(() => yearsOf(incidents), [incidents]);
  const [year, setYear] = React.useState(years[0]);
  const statistics = React.useMemo(() => statisticsOf(incidents.filter((incident) => yearOf(incident) === year)), [incidents, year]);
  // What comes back does not begin anew with the year: a cause is shown in each year that it had part in.
  const causes = React.useMemo(
    () => recurringCauses(incidents).filter((cause) => cause.incidents.some((incident) => yearOf(incident) === year)),
    [incidents, year]
  );
  return (
    <>
      <Dropdown
        label={t('tab.statistics.year')}
        selectedKey={year ?? null}
        options={years.map((key) => ({ key, text: String(key) }))}
        onChange={(_, option) => setYear(Number(option?.key))}
        styles={{ ...dropdownStyles, root: { maxWidth: 320 } }}
      />
      <Figures statistics={statistics} />
      <Tables statistics={statistics} />
      <Section title={t('tab.statistics.causes')}>
        <Recurring causes={causes} />
      </Section>
    </>
  );
}

interface PartProps {
  readonly statistics: IncidentStatistics;
}

function Figures({ statistics: { all, open, received, closed, exercises } }: PartProps): React.ReactElement {
  const t = useText();
  const wait = (waits: Waits | undefined): string =>
    waits === undefined
      ? t('tab.statistics.none-yet')
      : t('tab.statistics.waits', { median: inWords(t, waits.median), most: inWords(t, waits.nineInTen), of: waits.of });
  return (
    <Facts
      facts={[
        { name: t('tab.statistics.all'), value: all },
        { name: t('tab.statistics.open'), value: open },
        { name: t('tab.statistics.received'), value: wait(received) },
        { name: t('tab.statistics.closed'), value: wait(closed) },
        ...(exercises === 0 ? [] : [{ name: t('tab.statistics.exercises'), value: exercises }])
      ]}
    />
  );
}

function inWords(t: ReturnType<typeof useText>, minutes: number): string {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  return t('tab.statistics.time', { days, hours, minutes: minutes % 60 });
}

function Tables({ statistics: { kinds, units, carriers, severities, recurring } }: PartProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <div className={layout.columns}>
      <Counted title={t('tab.incident.kind')} shares={kinds} words={(code) => t(`incident.kind.${code}`)} />
      <Counted title={t('tab.incident.unit')} shares={units} words={(code) => (code === '' ? t('answer.unknown') : code)} />
      <Counted title={t('tab.statistics.carrier')} shares={carriers} words={(code) => t(`incident.carrier.${code}`)} />
      <Counted
        title={t('tab.incident.severity')}
        shares={severities}
        words={(code) => t(code === 'not-assessed' ? 'tab.incident.not-assessed' : `severity.${code}`)}
      />
      <Section title={t('tab.statistics.recurring')}>
        <p className={layout.quiet}>{t('tab.statistics.recurring.help')}</p>
        {recurring.length === 0 ? (
          <p className={layout.paragraph}>{t('tab.statistics.recurring.none')}</p>
        ) : (
          <CountTable label={t('tab.statistics.recurring')} shares={recurring} words={(code) => t(`incident.category.${code}`)} />
        )}
      </Section>
    </div>
  );
}

interface CountedProps<C extends string> {
  readonly title: string;
  readonly shares: readonly Share<C>[];
  readonly words: (code: C) => string;
}

function Counted<C extends string>({ title, ...rest }: CountedProps<C>): React.ReactElement {
  return (
    <Section title={title}>
      <CountTable label={title} {...rest} />
    </Section>
  );
}

const useStyles = themed(({ semanticColors }) => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    selectors: {
      'th, td': { padding: '8px 0', textAlign: 'left', fontWeight: 400, borderBottom: `1px solid ${semanticColors.bodyDivider}` },
      td: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' }
    }
  }
}));

function CountTable<C extends string>({
  label,
  shares,
  words
}: Omit<CountedProps<C>, 'title'> & { readonly label: string }): React.ReactElement {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={label}>
      <tbody>
        {shares.map(({ code, count }) => (
          <tr key={code}>
            <th scope="row">{words(code)}</th>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
