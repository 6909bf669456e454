// What every shell renders its screen through: the host's colours, the person's language, and a net under the screen.
import { ThemeProvider, type Theme } from '@fluentui/react';
import * as React from 'react';
import type { Language } from '../domain/language';
import { ErrorBoundary, type ErrorBoundaryProps } from './error-boundary';
import { InLanguage } from './in-language';

export interface HostedProps extends ErrorBoundaryProps {
  readonly theme: Theme;
  readonly language: Language;
  /** True where the screen is all there is, as in Teams: the colours then reach the bottom of the window. */
  readonly fillsWindow?: boolean;
  readonly children: React.ReactNode;
}

const wholeWindow = { minHeight: '100vh' };

export function Hosted({ theme, language, fillsWindow = false, children, ...net }: HostedProps): React.ReactElement {
  return (
    <ThemeProvider theme={theme} applyTo="element" lang={language} {...(fillsWindow && { style: wholeWindow })}>
      <ErrorBoundary {...net}>
        <InLanguage value={language}>{children}</InLanguage>
      </ErrorBoundary>
    </ThemeProvider>
  );
}
