// What every shell renders its screen through: the host's colours, the person's language, and a net under the screen.
import { ThemeProvider, type Theme } from '@fluentui/react';
import * as React from 'react';
import type { Language } from '../domain/language';
import { ErrorBoundary, type ErrorBoundaryProps } from './error-boundary';
import { InLanguage } from './in-language';

export interface HostedProps extends ErrorBoundaryProps {
  readonly theme: Theme;
  readonly language: Language;
  readonly children: React.ReactNode;
}

/** What the browser draws itself, such as the calendar of a date field, is told of a dark theme. */
export function Hosted({ theme, language, children, ...net }: HostedProps): React.ReactElement {
  return (
    <ThemeProvider theme={theme} applyTo="element" lang={language} style={{ colorScheme: theme.isInverted ? 'dark' : 'light' }}>
      <ErrorBoundary {...net}>
        <InLanguage value={language}>{children}</InLanguage>
      </ErrorBoundary>
    </ThemeProvider>
  );
}
