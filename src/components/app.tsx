// The tab: who is looking and where, a rail to move by, and the screen of the address.
import { Link, mergeStyles } from '@fluentui/react';
import * as React from 'react';
import { done } from '../domain/outcome';
import type { Role } from '../domain/person';
import { InEnvironment, useText, type Environment } from './environment';
import { Loaded } from './parts/loaded';
import { Rail } from './rail';
import { loadScreen, Screen } from './screen';
import { themed } from './themed';
import { LocationProvider, useAddress } from './use-address';
import { NarrowProvider, useMeasuredNarrow } from './use-is-narrow';
import { useKeptFocus } from './use-kept-focus';
import { useReading, type ReadResult } from './use-read';

type Open = () => Promise<Environment>;

export interface VarnaAppProps {
  /** Opens the record as whoever looks, and learns their language; asked again when they try again after it failed. Another function is another record. */
  readonly open: Open;
  /** Told of each surprise, for the host's log. */
  readonly onError: (error: Error) => void;
  /** The subpage that a Teams link points at. */
  readonly startAt: string | undefined;
  /** In Teams the tab is all there is, and fills the window. */
  readonly host: 'sharepoint' | 'teams';
}

const useStyles = themed(({ semanticColors }) => ({
  app: {
    position: 'relative',
    display: 'flex',
    gap: 24,
    padding: 16,
    minHeight: 480,
    boxSizing: 'border-box',
    color: semanticColors.bodyText
  },
  whole: { minHeight: '100vh' },
  stacked: { flexDirection: 'column', gap: 12, padding: 12 },
  content: { flex: 1, minWidth: 0, outline: 'none' },
  skip: {
    position: 'absolute',
    left: -9999,
    zIndex: 1,
    selectors: { ':focus': { left: 8, top: 8, background: semanticColors.bodyBackground } }
  }
}));

/** What is around the screens is there at once; they come with the record. */
export function VarnaApp({ startAt, host, open, onError }: VarnaAppProps): React.ReactElement {
  const t = useText();
  const styles = useStyles();
  const frame = React.useRef<HTMLDivElement>(null);
  const isNarrow = useMeasuredNarrow(frame);
  useKeptFocus(frame);
  const location = useAddress(startAt);
  const { record, roles } = useRecord(open, onError);
  React.useEffect(() => loadScreen(location.address), [location.address]);
  return (
    <LocationProvider value={location}>
      <NarrowProvider value={isNarrow}>
        <div ref={frame} className={mergeStyles(styles.app, host === 'teams' && styles.whole, isNarrow && styles.stacked)}>
          <SkipLink className={styles.skip}>{t('tab.skip')}</SkipLink>
          <Rail address={location.address} roles={roles} />
          <Content className={styles.content} label={t('tab.title')}>
            <Loaded {...record} what={t('tab.what.page')}>
              {(environment) => (
                <InEnvironment value={environment}>
                  <Screen key={location.moves} address={location.address} />
                </InEnvironment>
              )}
            </Loaded>
          </Content>
        </div>
      </NarrowProvider>
    </LocationProvider>
  );
}

/** The record, and the roles that it says whoever looks has. */
function useRecord(
  open: Open,
  onError: (error: Error) => void
): { readonly record: ReadResult<Environment>; readonly roles: readonly Role[] } {
  const record = useReading(
    React.useCallback(async () => done(await open()), [open]),
    onError
  );
  const source = record.reading.status === 'read' ? record.reading.value.source : undefined;
  const { reading } = useReading(
    React.useCallback(async () => done((await source?.roles()) ?? []), [source]),
    onError
  );
  return { record, roles: reading.status === 'read' ? reading.value : [] };
}

const contentId = 'varna-content';

/** A button and no link, since what stands after # is the address. */
function SkipLink({ className, children }: { readonly className: string; readonly children: string }): React.ReactElement {
  return (
    <Link as="button" type="button" className={className} onClick={() => document.getElementById(contentId)?.focus()}>
      {children}
    </Link>
  );
}

interface ContentProps {
  readonly className: string;
  readonly label: string;
  readonly children: React.ReactNode;
}

/** The main landmark, unless the page around has one: there may be only one in a document. */
function Content({ label, className, children }: ContentProps): React.ReactElement {
  const [pageHasMain] = React.useState(() => document.querySelector('main, [role="main"]') !== null);
  const shared = { id: contentId, tabIndex: -1, className, 'aria-label': label };
  return pageHasMain ? <section {...shared}>{children}</section> : <main {...shared}>{children}</main>;
}
