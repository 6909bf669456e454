// The list's shell: shows Besluta for selected classifications and Återsänd for one, and opens the decision in a dialog.
import { initializeIcons } from '@fluentui/react';
import { ThemeProvider } from '@microsoft/sp-component-base';
import { Log } from '@microsoft/sp-core-library';
import { AadHttpClient } from '@microsoft/sp-http';
import { BaseListViewCommandSet, type IListViewCommandSetExecuteEventParameters } from '@microsoft/sp-listview-extensibility';
import * as strings from 'DecideCommandSetStrings';
import * as React from 'react';
import { DecideDialog } from '../../components/decisions/decide-dialog';
import { DecideManyDialog } from '../../components/decisions/decide-many-dialog';
import { siteTheme } from '../../components/host-theme';
import { Hosted } from '../../components/hosted';
import { openRecord } from '../../components/record';
import { languageOf } from '../../domain/language';
import { connectInBrowser } from '../../lists/connect';
import { readsOf } from '../../lists/reads';
import { isDecideCommand, showsCommand, type DecideCommand } from './commands';
import { ScreenDialog } from './screen-dialog';

export default class DecideCommandSet extends BaseListViewCommandSet<Record<string, never>> {
  public override onInit(): Promise<void> {
    initializeIcons(undefined, { disableWarnings: true });
    this.context.listView.listViewStateChangedEvent.add(this, () => this.showOrHide());
    this.showOrHide();
    return Promise.resolve();
  }

  public override onExecute({ itemId, selectedRows }: IListViewCommandSetExecuteEventParameters): void {
    if (!isDecideCommand(itemId)) return;
    const references = selectedRows.map((row) => String(row.getValueByName('Referens') as unknown));
    if (references.length > 0) this.open(itemId, references).catch((error: unknown) => this.log(error));
  }

  private open(command: DecideCommand, references: readonly string[]): Promise<void> {
    const theme = siteTheme(this.context.serviceScope.consume(ThemeProvider.serviceKey).tryGetTheme());
    const language = languageOf(this.context.pageContext.cultureInfo.currentUICultureName);
    const record = this.openRecord();
    const hosted = { theme, language, message: strings.Failed, retry: strings.Retry, onError: record.onError };
    const dialog = new ScreenDialog((close) => {
      const onClose = (isChanged: boolean): void => {
        close();
        if (isChanged) window.location.reload();
      };
      const [reference = '', ...others] = references;
      const isReturning = command === 'COMMAND_RETURN';
      const children =
        others.length > 0
          ? React.createElement(DecideManyDialog, { ...record, language, references, onClose })
          : React.createElement(DecideDialog, { ...record, language, reference, isReturning, onClose });
      return React.createElement(Hosted, { ...hosted, children });
    });
    return dialog.show();
  }

  /** The lists as the signed-in person, and the service with a token of theirs. */
  private openRecord(): ReturnType<typeof openRecord> {
    return openRecord({
      pageContext: this.context.pageContext,
      reads: (personId) => readsOf(connectInBrowser(this.context), personId),
      post: async ({ url, resource, headers, body }) => {
        const client = await this.context.aadHttpClientFactory.getClient(resource);
        return client.post(url, AadHttpClient.configurations.v1, { headers, body });
      },
      onError: (error) => this.log(error)
    });
  }

  private showOrHide(): void {
    const { list, selectedRows } = this.context.listView;
    const shown = { listUrl: list?.serverRelativeUrl, selected: selectedRows?.length ?? 0 };
    for (const id of ['COMMAND_DECIDE', 'COMMAND_RETURN'] as const) {
      this.tryGetCommand(id).visible = showsCommand(id, shown);
    }
    this.raiseOnChange();
  }

  private log(error: unknown): void {
    Log.error(this.manifest.alias, error instanceof Error ? error : new Error(String(error)), this.context.serviceScope);
  }
}
