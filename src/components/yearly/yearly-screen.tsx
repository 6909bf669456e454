// Årshjul: month by month what comes back each year, whose it is, what is done, and how many classes are to be reconsidered (H16).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { done } from '../../domain/outcome';
import type { Role } from '../../domain/person';
import { dueByMonth, isToBeReconsidered, type Grounds } from '../../domain/reconsideration';
import { monthOf } from '../../domain/swedish-time';
import { isBeforeYearly, yearlyReference, yearlyYears, type YearlyMarks } from '../../domain/yearly-tasks';
import { yearlyTasks } from '../../reference/yearly-tasks';
import { monthInWords } from '../../i18n/month-in-words';
import { useEnvironment, useText } from '../environment';
import { ExportButton } from '../documents/export-button';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { ScreenHeading } from '../parts/screen-heading';
import { readGrounds } from '../reconsider/grounds';
import { statesOf, type Read, type Row } from '../source';
import { useRead } from '../use-read';
import { Month } from './month';

interface Year {
  readonly marks: Row<YearlyMarks> | undefined;
  readonly assets: readonly Row<Asset>[];
  readonly grounds: Grounds;
  readonly roles: readonly Role[];
  /** When the årshjul began: UTC, ISO 8601. */
  readonly began: string;
}

/** `year`: this year when none is given. */
export function YearlyScreen({ year: given }: { readonly year?: number | undefined }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const year = given ?? Number(monthOf(new Date().toISOString()).slice(0, 4));
  const read = React.useCallback(async (): Promise<Read<Year>> => {
    const [marks, assets, grounds, roles, began] = await Promise.all([
      source.yearlyMarks(year),
      source.assets(),
      readGrounds(source),
      source.roles(),
      source.yearlyBegan()
    ]);
    if (!marks.ok) return marks;
    if (!began.ok) return began;
    return assets.ok ? done({ marks: marks.value, assets: assets.value, grounds, roles, began: began.value }) : assets;
  }, [source, year]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.yearly.heading', { year: String(year) })}</ScreenHeading>
      <p className={layout.paragraph}>{t('tab.yearly.help')}</p>
      <OtherYears year={year} />
      <Loaded {...useRead(read)} what={t('tab.what.yearly')} lines={8}>
        {({ marks, ...others }) =>
          marks?.broken === true ? (
            <BrokenRows rows={[marks]} />
          ) : (
            <Months year={year} read={marks?.state ?? { reference: yearlyReference(year), marks: [] }} {...others} />
          )
        }
      </Loaded>
      <div>
        <AddressLink to={{ screen: 'proposals' }}>{t('tab.changes')}</AddressLink>
      </div>
    </div>
  );
}

/** In a year that the årshjul began in or after: why nothing of it before is late. */
function Beginning({ year, began }: { readonly year: number; readonly began: string }): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  if (!isBeforeYearly(`${year}-01`, { began })) return null;
  return <p className={layout.paragraph}>{t('tab.yearly.began', { month: monthInWords(language, monthOf(began)) })}</p>;
}

function OtherYears({ year }: { readonly year: number }): React.ReactElement {
  const layout = useLayout();
  const others = [year - 1, year + 1].filter((other) => other >= yearlyYears.first && other <= yearlyYears.last);
  return (
    <div className={layout.actions}>
      {others.map((other) => (
        <AddressLink key={other} to={{ screen: 'yearly', year: other }}>
          {String(other)}
        </AddressLink>
      ))}
    </div>
  );
}

interface MonthsProps extends Omit<Year, 'marks'> {
  readonly year: number;
  readonly read: YearlyMarks;
}

function Months({ year, read, assets: rows, grounds, roles, began }: MonthsProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [marks, onChanged] = React.useState(read);
  const assets = React.useMemo(() => statesOf(rows), [rows]);
  const due = React.useMemo(() => dueByMonth(assets, grounds), [assets, grounds]);
  const now = React.useMemo(() => assets.filter((asset) => isToBeReconsidered(asset, grounds)).length, [assets, grounds]);
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return (
    <>
      <BrokenRows rows={rows} />
      <Beginning year={year} began={began} />
      <p className={layout.paragraph}>
        {t('tab.yearly.now')}: <AddressLink to={{ screen: 'assets', filter: { reconsider: true } }}>{String(now)}</AddressLink>
      </p>
      <div className={layout.columns}>
        {months.map((month) => (
          <Month key={month} month={month} due={due.get(month) ?? 0} began={began} marks={marks} roles={roles} onChanged={onChanged} />
        ))}
      </div>
      <ExportButton file={({ yearlyFile }, taken) => yearlyFile({ tasks: yearlyTasks, marks, due, began, ...taken })} />
    </>
  );
}
