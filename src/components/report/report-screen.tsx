// Rapportera incident in the tab: the very cards of the chat, for whoever is already here.
import * as React from 'react';
import { facingNew } from '../../domain/capacities';
import { markOf, type Marked } from '../../domain/exercise';
import { done, refused } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Actor } from '../../domain/person';
import { useEnvironment, useText } from '../environment';
import { AddFiles } from '../incidents/add-files';
import { AddressLink } from '../parts/address-link';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { ScreenHeading } from '../parts/screen-heading';
import type { Read, Settings } from '../source';
import { useRead } from '../use-read';
import { ShownCard } from './shown-card';
import { useReport } from './use-report';

/** In an exercise the same cards, each marked. */
export function ReportScreen({ exercise }: Marked): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source, me, onError } = useEnvironment();
  // Nobody waits for a telephone number with something to report: without them the cards still say whom to ring.
  const settings = useRead(
    React.useCallback(async (): Promise<Read<Phones>> => {
      if (exercise === true && !mayBegin({ person: me, roles: await source.roles() })) return refused('no-right');
      const value = await source.settings().catch((error: unknown): Phones => {
        onError(error instanceof Error ? error : new Error(String(error)));
        return {};
      });
      return done(value);
    }, [source, me, onError, exercise])
  );
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t(exercise === true ? 'tab.exercise.start' : 'tab.home.report')}</ScreenHeading>
      {exercise === true && <p className={layout.paragraph}>{t('tab.exercise.how')}</p>}
      <Loaded {...settings} what={t(exercise === true ? 'tab.what.exercise' : 'tab.what.page')} lines={6}>
        {(phones) => <ReportForm phones={phones} {...markOf({ exercise })} />}
      </Loaded>
      <div>
        <AddressLink to={{ screen: 'home' }}>{t('tab.to-home')}</AddressLink>
      </div>
    </div>
  );
}

type Phones = Pick<Settings, 'itPhone' | 'securityProtectionPhone'>;

function mayBegin(actor: Actor): boolean {
  return refusalTo('report-exercise', facingNew(actor)) === undefined;
}

function ReportForm({ phones, ...mark }: Marked & { readonly phones: Phones }): React.ReactElement {
  const t = useText();
  const { card, isBusy, isKept, sent, press } = useReport(phones, mark);
  return (
    <>
      {!isKept && <p role="alert">{t('tab.draft.not-kept')}</p>}
      <ShownCard card={card} isBusy={isBusy} onPress={press} />
      {sent !== undefined && <AddFiles reference={sent.reference} />}
    </>
  );
}
