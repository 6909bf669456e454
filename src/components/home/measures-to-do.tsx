// "Åtgärder att göra": the measures this person is to see done, the one that is due first on top. There is no such part for whoever has none.
import * as React from 'react';
import type { Measure } from '../../domain/measure';
import { swedishDay } from '../../domain/swedish-time';
import { formatDay } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { isLate } from '../measures/about-measure';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { useMarked } from '../parts/exercise';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { statesOf, type Row } from '../source';
import type { ReadResult } from '../use-read';

export function MeasuresToDo({ reading, again }: ReadResult<readonly Row<Measure>[]>): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  if (reading.status === 'reading' || reading.status === 'no-right') return null;
  if (reading.status === 'read' && reading.value.length === 0) return null;
  return (
    <Section title={t('tab.home.measures')}>
      <Loaded reading={reading} again={again} what={t('tab.what.measures')}>
        {(rows) => (
          <>
            <BrokenRows rows={rows} />
            <ul className={layout.list}>
              {[...statesOf(rows)].sort(byDue).map((measure) => (
                <ToDo key={measure.reference} measure={measure} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function byDue(a: Measure, b: Measure): number {
  return a.due.localeCompare(b.due);
}

function ToDo({ measure }: { readonly measure: Measure }): React.ReactElement {
  const t = useText();
  const marked = useMarked();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { reference, what, due } = measure;
  const day = formatDay(language, swedishDay(due));
  const late = isLate(measure);
  return (
    <li className={layout.row}>
      <span className={layout.written}>
        <strong>{marked(measure, what)}</strong>
        <br />
        <span className={late ? layout.fault : layout.quiet}>
          {t(late ? 'tab.home.measure.late' : 'tab.home.measure.due', { reference, due: day })}
        </span>
      </span>
      <AddressLink to={{ screen: 'measure', reference }}>{t('tab.home.look', { reference })}</AddressLink>
    </li>
  );
}
