// The decision in a dialog over the list. A chunk of its own: every visit to a list waits for its commands alone, and few lead here.
import { initializeIcons } from '@fluentui/react';
import { ThemeProvider } from '@microsoft/sp-component-base';
import { AadHttpClient } from '@microsoft/sp-http';
import type { ListViewCommandSetContext } from '@microsoft/sp-listview-extensibility';
import * as strings from 'DecideCommandSetStrings';
import * as React from 'react';
import { DecideDialog } from '../../components/decisions/decide-dialog';
import { DecideManyDialog } from '../../components/decisions/decide-many-dialog';
import type { Environment } from '../../components/environment';
import { siteTheme } from '../../components/host-theme';
import { Hosted } from '../../components/hosted';
import { openRecord } from '../../components/record';
import { languageOf } from '../../domain/language';
import { loadLanguage } from '../../i18n/load-language';
import { connectInBrowser } from '../../lists/connect';
import { readsOf } from '../../lists/reads';
import { ScreenDialog } from './screen-dialog';

export interface Deciding {
  readonly context: ListViewCommandSetContext;
  /** Numbers of the chosen classifications, at least one; more than one are only decided on. */
  readonly references: readonly string[];
  readonly isReturning: boolean;
  readonly onError: (error: Error) => void;
}

export async function showDecision({ context, references, isReturning, onError }: Deciding): Promise<void> {
  initializeIcons(undefined, { disableWarnings: true });
  const theme = siteTheme(context.serviceScope.consume(ThemeProvider.serviceKey).tryGetTheme());
  const language = languageOf(context.pageContext.cultureInfo.currentUICultureName);
  await loadLanguage(language);
  const environment = recordIn(context, { language, onError });
  const hosted = { theme, language, message: strings.Failed, retry: strings.Retry, onError };
  const dialog = new ScreenDialog((close) => {
    const onClose = (isChanged: boolean): void => {
      close();
      if (isChanged) window.location.reload();
    };
    const [reference = '', ...others] = references;
    const children =
      others.length > 0
        ? React.createElement(DecideManyDialog, { environment, references, onClose })
        : React.createElement(DecideDialog, { environment, reference, isReturning, onClose });
    return React.createElement(Hosted, { ...hosted, children });
  });
  return dialog.show();
}

/** The lists as the signed-in person, and the service with a token of theirs. */
function recordIn(context: ListViewCommandSetContext, given: Pick<Environment, 'language' | 'onError'>): Environment {
  return openRecord({
    ...given,
    pageContext: context.pageContext,
    reads: (personId) => readsOf(connectInBrowser(context), personId),
    post: async ({ url, resource, headers, body }) => {
      const client = await context.aadHttpClientFactory.getClient(resource);
      return client.post(url, AadHttpClient.configurations.v1, { headers, body });
    }
  });
}
