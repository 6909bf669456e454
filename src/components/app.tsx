// The tab: who is looking and where, a rail to move by, and the screen of the address.
import { css, Link } from '@fluentui/react';
import * as React from 'react';
import { text } from '../i18n/text';
import { EnvironmentOf, type EnvironmentProps } from './environment';
import { Rail } from './rail';
import { Screen } from './screen';
import { themed } from './themed';
import { LocationProvider, useAddress } from './use-address';
import { NarrowProvider, useMeasuredNarrow } from './use-is-narrow';

export interface VarnaAppProps extends EnvironmentProps {
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

export function VarnaApp({ language, startAt, host, ...environment }: VarnaAppProps): React.ReactElement {
  const styles = useStyles();
  const frame = React.useRef<HTMLDivElement>(null);
  const isNarrow = useMeasuredNarrow(frame);
  const location = useAddress(startAt);
  return (
    <EnvironmentOf language={language} {...environment}>
      <LocationProvider value={location}>
        <NarrowProvider value={isNarrow}>
          <div ref={frame} className={css(styles.app, host === 'teams' && styles.whole, isNarrow && styles.stacked)}>
            <SkipLink className={styles.skip}>{text(language, 'tab.skip')}</SkipLink>
            <Rail address={location.address} />
            <Content className={styles.content} label={text(language, 'tab.title')}>
              <Screen key={location.moves} address={location.address} />
            </Content>
          </div>
        </NarrowProvider>
      </LocationProvider>
    </EnvironmentOf>
  );
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
