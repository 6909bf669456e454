// Fetching the sites in SharePoint that the person may open, as candidates: a table with a row for each.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import type { ImportTable } from '../../workflows/import-table';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import type { Proposal } from './import-mapping';

/** What the columns of the sites say, in their order. A site is a place where files are kept. Which of them hold information worth a row, only a person knows. */
export const siteProposal: Proposal = {
  mapping: ['name', 'place', 'description', 'sourceId'],
  lacking: { carriers: 'file-area' },
  leavesOut: true
};

export interface FetchSitesProps {
  readonly onFound: (table: ImportTable) => void;
}

export function FetchSites({ onFound }: FetchSitesProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source, onError } = useEnvironment();
  const [state, setState] = React.useState<'asking' | 'none' | 'failed' | 'done'>();
  const ask = (): void => {
    if (state === 'asking') return;
    setState('asking');
    source.sites().then(
      (sites) => {
        setState(sites.length === 0 ? 'none' : 'done');
        if (sites.length === 0) return;
        onFound({
          headings: headings.map((heading) => t(`tab.import.sites.${heading}`)),
          rows: sites.map((site) => headings.map((heading) => site[heading])),
          lines: sites.map((_, at) => at + 1)
        });
      },
      (error: unknown) => {
        onError(error instanceof Error ? error : new Error(String(error)));
        setState('failed');
      }
    );
  };
  return (
    <div>
      <DefaultButton
        text={t('tab.import.sites')}
        disabled={state === 'asking'}
        allowDisabledFocus
        aria-describedby="varna-import-sites-help"
        onClick={ask}
        styles={{ root: { minHeight: 44 } }}
      />
      <p id="varna-import-sites-help" className={layout.quiet}>
        {t('tab.import.sites.help')}
      </p>
      <p role="status">{state === 'asking' ? t('tab.import.sites.asking') : state === 'none' ? t('tab.import.sites.none') : ''}</p>
      {state === 'failed' && (
        <p role="alert" className={layout.fault}>
          {t('refusal.could-not-read', { what: t('tab.what.sites') })}
        </p>
      )}
    </div>
  );
}

const headings = ['title', 'address', 'description', 'id'] as const;
