// Beslut: the classifications that wait for this person, and who decides in whose place.
import * as React from 'react';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { ScreenHeading } from '../parts/screen-heading';
import { statesOf } from '../source';
import { useRead } from '../use-read';
import { DecisionQueue } from './decision-queue';
import { Deputies } from './deputies';

export function DecisionsScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const awaiting = useRead(React.useCallback(() => source.awaitingMe(), [source]));
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.nav.decisions')}</ScreenHeading>
      <Loaded {...awaiting} what={t('tab.what.decisions')} lines={6}>
        {(rows) => (
          <>
            <BrokenRows rows={rows} />
            {rows.length === 0 && <Empty title={t('tab.decisions.empty')}>{t('tab.decisions.empty.how')}</Empty>}
            {statesOf(rows).length > 0 && <DecisionQueue classifications={statesOf(rows)} />}
          </>
        )}
      </Loaded>
      <Deputies />
    </div>
  );
}
