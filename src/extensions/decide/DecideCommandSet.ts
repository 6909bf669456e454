// The list's shell: shows Besluta for selected classifications and Återsänd for one, and opens the decision in a dialog.
import { Log } from '@microsoft/sp-core-library';
import { Dialog } from '@microsoft/sp-dialog';
import { BaseListViewCommandSet, type IListViewCommandSetExecuteEventParameters } from '@microsoft/sp-listview-extensibility';
import * as strings from 'DecideCommandSetStrings';
import { isDecideCommand, showsCommand, type DecideCommand } from './commands';

export default class DecideCommandSet extends BaseListViewCommandSet<Record<string, never>> {
  public override onInit(): Promise<void> {
    this.context.listView.listViewStateChangedEvent.add(this, () => this.showOrHide());
    this.showOrHide();
    return Promise.resolve();
  }

  public override onExecute({ itemId, selectedRows }: IListViewCommandSetExecuteEventParameters): void {
    if (!isDecideCommand(itemId)) return;
    const references = selectedRows.map((row) => String(row.getValueByName('Referens') as unknown));
    if (references.length > 0) this.open(itemId, references).catch((error: unknown) => this.tell(error));
  }

  private async open(command: DecideCommand, references: readonly string[]): Promise<void> {
    const { showDecision } = await import('./show-decision');
    const onError = (error: Error): void => this.log(error);
    return showDecision({ context: this.context, references, isReturning: command === 'COMMAND_RETURN', onError });
  }

  /** A chunk that did not come is tried again at the next press. */
  private tell(error: unknown): Promise<void> {
    this.log(error);
    return Dialog.alert(strings.Failed);
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
