// What the log says of an asset and its classifications: who did what and when, latest first. For those who read the log.
import * as React from 'react';
import type { LogEntry } from '../../domain/log';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from '../parts/broken-rows';
import { Loaded } from '../parts/loaded';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { Section } from '../parts/section';
import { statesOf } from '../source';
import { useRead } from '../use-read';

/** `references`: of the asset and of what has been decided about it, with spaces between. */
export function AssetLog({ references }: { readonly references: string }): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  const read = React.useCallback(() => source.logOf(references.split(' ')), [source, references]);
  return (
    <Section title={t('tab.asset.log')}>
      <Loaded {...useRead(read)} what={t('tab.what.log')} lines={4}>
        {(rows) => (
          <>
            <BrokenRows rows={rows} />
            <LogTable entries={[...statesOf(rows)].sort(latestFirst)} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** Of what happened in the same second, what was entered last. */
function latestFirst(a: LogEntry, b: LogEntry): number {
  return b.at.localeCompare(a.at) || b.sequence - a.sequence;
}

function LogTable({ entries }: { readonly entries: readonly LogEntry[] }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const columns: readonly TableColumn<LogEntry>[] = [
    { key: 'what', name: t('tab.asset.log.what'), width: [160, 280], isRowHeader: true, render: ({ event }) => t(`event.${event}`) },
    { key: 'when', name: t('tab.asset.log.when'), width: [140, 180], render: ({ at }) => formatMoment(language, at) },
    { key: 'who', name: t('tab.asset.log.who'), width: [120, 180], render: ({ actorName }) => actorName },
    { key: 'about', name: t('tab.asset.reference'), width: [100, 120], render: ({ aggregate }) => aggregate },
    { key: 'why', name: t('tab.asset.log.why'), width: [140, 320], render: ({ reason }) => reason }
  ];
  return (
    <RegisterTable
      label={t('tab.asset.log')}
      rows={entries}
      columns={columns}
      keyOf={({ aggregate, sequence }) => `${aggregate}:${sequence}`}
    />
  );
}
