// A list's default view drawn as a table with rows to select, and handed to command sets as SPFx's list view accessor.
'use strict';
define([], () => {
  const pageSize = 30;
  /** Columns that SharePoint computes for its own menus; LinkTitle is the title with a link. */
  const linkedTitles = ['LinkTitle', 'LinkTitleNoMenu'];
  const withoutContent = ['Edit', 'DocIcon', 'SelectTitle', 'ItemChildCount', 'FolderChildCount'];
  const locale = document.documentElement.lang;

  /** Reads and draws the list at `listUrl`, and gives its template and the accessor that follows the selection. */
  async function openListView({ listUrl, listView, coreLibrary }) {
    const list = await readList(listUrl).catch(fail);
    document.getElementById('list-title').textContent = list.title;
    document.title = list.title;
    const accessor = createAccessor({ list, listView, coreLibrary });
    const table = drawTable({ list, onSelect: accessor.select });
    document.getElementById('list-view').replaceChildren(table.element);
    await drawPages({ list, table, accessor }).catch(fail);
    return { baseTemplate: list.baseTemplate, accessor };
  }

  async function readList(listUrl) {
    const address = `${siteOf(listUrl)}/_api/web/GetList('${encodeURIComponent(listUrl.replace(/'/g, "''"))}')`;
    const [list, view, fields] = await Promise.all([
      read(`${address}?$select=Id,Title,BaseTemplate`),
      read(`${address}/DefaultView/ViewFields`),
      read(`${address}/fields`)
    ]);
    const byName = new Map(fields.value.map((field) => [field.InternalName, field]));
    const columns = view.Items.filter((name) => !withoutContent.includes(name)).map((name) => columnOf(name, byName));
    return { address, url: listUrl, id: list.Id, title: list.Title, baseTemplate: list.BaseTemplate, columns };
  }

  function columnOf(name, byName) {
    const internalName = linkedTitles.includes(name) ? 'Title' : name;
    const field = byName.get(internalName) ?? { Title: internalName, TypeAsString: 'Text', DisplayFormat: 0 };
    return { internalName, title: field.Title, type: field.TypeAsString, dateOnly: field.DisplayFormat === 0 };
  }

  /** Draws the first page, and a button for each next one. */
  async function drawPages({ list, table, accessor }) {
    const expanded = list.columns.filter(({ type }) => isReference(type)).map(({ internalName }) => internalName);
    const select = [
      'Id',
      ...list.columns.map(({ internalName }) => (expanded.includes(internalName) ? `${internalName}/Title` : internalName))
    ];
    const expand = expanded.length === 0 ? '' : `&$expand=${expanded.join(',')}`;
    await drawPage(`${list.address}/items?$select=${select.join(',')}${expand}&$top=${pageSize}`);

    async function drawPage(address) {
      const page = await read(address);
      const rows = page.value.map((item) => ({ item, values: valuesOf(item, list.columns) }));
      accessor.add(rows);
      table.add(rows, page['odata.nextLink'] && (() => drawPage(page['odata.nextLink']).catch(fail)));
      say(accessor.rows.length === 0 ? 'Listan är tom, eller så är inget i den synligt för dig.' : `${accessor.rows.length} rader visas.`);
    }
  }

  function drawTable({ list, onSelect }) {
    const element = document.createElement('div');
    element.className = 'table-frame';
    const table = element.appendChild(document.createElement('table'));
    const head = table.createTHead().insertRow();
    head.append(heading('Markera'), ...list.columns.map(({ title }) => heading(title)));
    const body = table.createTBody();
    const more = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'more',
      textContent: 'Visa fler',
      hidden: true
    });
    element.append(more);
    return {
      element,
      add: (rows, showMore) => {
        rows.forEach((row) => body.append(drawRow({ row, columns: list.columns, onSelect })));
        more.hidden = !showMore;
        more.onclick = showMore ?? null;
      }
    };
  }

  function heading(text) {
    return Object.assign(document.createElement('th'), { scope: 'col', textContent: text });
  }

  function drawRow({ row, columns, onSelect }) {
    const element = document.createElement('tr');
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
    box.setAttribute('aria-label', `Markera ${row.values.Title || row.item.Id}`);
    element.setAttribute('aria-selected', 'false');
    box.addEventListener('change', () => {
      element.setAttribute('aria-selected', String(box.checked));
      onSelect(row, box.checked);
    });
    element.insertCell().append(box);
    for (const { internalName, type } of columns) {
      const cell = element.insertCell();
      cell.textContent = row.values[internalName];
      if (type === 'Number' || type === 'Counter') cell.className = 'number';
    }
    return element;
  }

  /** Texts by internal name, as SharePoint's own list view has them; ID is always among them. */
  function valuesOf(item, columns) {
    const shown = columns.map((column) => [column.internalName, textOf(item[column.internalName], column)]);
    return { ID: String(item.Id), ...Object.fromEntries(shown) };
  }

  function textOf(value, column) {
    if (value === null || value === undefined) return '';
    if (Array.isArray(value)) return value.map((one) => textOf(one, column)).join('; ');
    if (isReference(column.type)) return value.Title ?? '';
    if (column.type === 'DateTime') return dateText(value, column);
    if (column.type === 'URL') return value.Description || value.Url;
    if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
    return typeof value === 'number' ? value.toLocaleString(locale) : String(value);
  }

  function dateText(value, { dateOnly }) {
    const time = dateOnly ? {} : { timeStyle: 'short' };
    return new Date(value).toLocaleString(locale, { timeZone: 'Europe/Stockholm', dateStyle: 'short', ...time });
  }

  function isReference(type) {
    return ['User', 'UserMulti', 'Lookup', 'LookupMulti'].includes(type);
  }

  function createAccessor({ list, listView, coreLibrary }) {
    const eventPrefix = list.id;

    class Row extends listView.RowAccessor {
      constructor({ values }) {
        super();
        this.values = values;
      }
      getValueByName(name) {
        return this.values[name];
      }
      getValue(column) {
        return this.values[column.field.internalName];
      }
    }

    class Accessor extends listView.ListViewAccessor {
      rows = [];
      selectedRows = [];
      columns = list.columns.map((column) => ({
        field: { internalName: column.internalName, displayName: column.title, fieldType: column.type }
      }));
      list = { guid: coreLibrary.Guid.parse(list.id), title: list.title, serverRelativeUrl: list.url };
      view = undefined;
      folderInfo = undefined;
      appliedFilters = {};
      sortField = undefined;
      sortAscending = undefined;
      accessors = new Map();

      tryGetColumnByName(internalName) {
        return this.columns.find(({ field }) => field.internalName === internalName);
      }

      add = (rows) => {
        rows.forEach((row) => this.accessors.set(row, new Row(row)));
        this.rows = [...this.accessors.values()];
        this.tell();
      };

      select = (row, isSelected) => {
        const accessor = this.accessors.get(row);
        const others = this.selectedRows.filter((selected) => selected !== accessor);
        this.selectedRows = isSelected ? [...others, accessor] : others;
        this.tell();
      };

      tell() {
        const change = new listView.ListViewStateChangedEventArgs();
        change.prevState = {};
        coreLibrary._SPEventManager.instance.raiseEvent(`listView.stateChanged${eventPrefix}`, change);
      }
    }
    return new Accessor(eventPrefix);
  }

  function siteOf(listUrl) {
    return listUrl.slice(0, listUrl.indexOf('/Lists/'));
  }

  async function read(address) {
    const response = await fetch(address, { headers: { accept: 'application/json;odata=nometadata' } });
    if (response.ok) return response.json();
    throw new Error(response.status === 403 ? 'Du har inte behörighet till listan.' : `Listan kunde inte läsas (${response.status}).`);
  }

  /** Says it on the page, and lets the loader know. */
  function fail(error) {
    say(error.message);
    throw error;
  }

  function say(text) {
    document.getElementById('list-status').textContent = text;
  }

  return { openListView };
});
