// A SharePoint dialog that holds one React screen.
import { BaseDialog } from '@microsoft/sp-dialog';
import type * as React from 'react';
import * as ReactDom from 'react-dom';

export class ScreenDialog extends BaseDialog {
  public constructor(private readonly screen: (close: () => void) => React.ReactElement) {
    super();
  }

  public override render(): void {
    const close = (): void => void this.close();
    ReactDom.render(this.screen(close), this.domElement);
  }

  protected override onAfterClose(): void {
    super.onAfterClose();
    ReactDom.unmountComponentAtNode(this.domElement);
  }
}
