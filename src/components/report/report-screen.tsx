// Rapportera incident in the tab: the very cards of the chat, for whoever is already here.
import * as React from 'react';
import { useEnvironment, useText } from '../environment';
import { AddFiles } from '../incidents/add-files';
import { AddressLink } from '../parts/address-link';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { ScreenHeading } from '../parts/screen-heading';
import type { Settings } from '../source';
import { useRead } from '../use-read';
import { ShownCard } from './shown-card';
import { useReport } from './use-report';

export function ReportScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source, onError } = useEnvironment();
  // Nobody waits for a telephone number with something to report: without them the cards still say whom to ring.
  const settings = useRead(
    React.useCallback(async () => {
      const value = await source.settings().catch((error: unknown): Pick<Settings, 'itPhone'> => {
        onError(error instanceof Error ? error : new Error(String(error)));
        return {};
      });
      return { ok: true as const, value };
    }, [source, onError])
  );
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.home.report')}</ScreenHeading>
      <Loaded {...settings} what={t('tab.what.page')} lines={6}>
        {(phones) => <ReportForm phones={phones} />}
      </Loaded>
      <div>
        <AddressLink to={{ screen: 'home' }}>{t('tab.to-home')}</AddressLink>
      </div>
    </div>
  );
}

function ReportForm({ phones }: { readonly phones: Pick<Settings, 'itPhone' | 'securityProtectionPhone'> }): React.ReactElement {
  const t = useText();
  const { card, isBusy, isKept, sent, press } = useReport(phones);
  return (
    <>
      {!isKept && <p role="alert">{t('tab.draft.not-kept')}</p>}
      <ShownCard card={card} isBusy={isBusy} onPress={press} />
      {sent !== undefined && <AddFiles reference={sent.reference} />}
    </>
  );
}
