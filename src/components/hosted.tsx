// What every shell renders its screen through: the host's colours, the person's language, and a net under the screen.
import { ThemeProvider, type Theme } from '@fluentui/react';
import * as React from 'react';
import { ErrorBoundary, type ErrorBoundaryProps } from './error-boundary';

export interface HostedProps extends ErrorBoundaryProps {
  readonly theme: Theme;
  /** BCP 47, for the `lang` of everything inside. */
  readonly language: string;
  /** True where the screen is all there is, as in Teams: the colours then reach the bottom of the window. */
  readonly fillsWindow?: boolean;
  readonly children: React.ReactNode;
}

const wholeWindow = { minHeight: '100vh' };

export function Hosted({ theme, language, fillsWindow = false, children, ...net }: HostedProps): React.ReactElement {
  return (
    <ThemeProvider theme={theme} applyTo="element" lang={language} {...(fillsWindow && { style: wholeWindow })}>
      <ErrorBoundary {...net}>{children}</ErrorBoundary>
    </ThemeProvider>
  );
}
