// The page's application in Microsoft's loader: shows a web part, or runs the command set over a list.
'use strict';
define([
  '@microsoft/sp-application-base',
  '@microsoft/sp-webpart-base',
  '@microsoft/sp-component-base',
  '@microsoft/sp-loader',
  '@microsoft/sp-listview-extensibility',
  '@microsoft/sp-http',
  '@microsoft/sp-core-library',
  'local-token-provider',
  'local-list-view'
], (applicationBase, webPartBase, componentBase, loader, listView, http, coreLibrary, tokenProvider, localListView) => {
  const { entra, task } = JSON.parse(document.getElementById('local-page').textContent);

  /** The colours a new SharePoint site has. */
  const siteTheme = {
    isInverted: false,
    palette: {
      themeDarker: '#014446',
      themeDark: '#025c5f',
      themeDarkAlt: '#026d70',
      themePrimary: '#03787c',
      themeSecondary: '#13898d',
      themeTertiary: '#49aeb1',
      themeLight: '#98d6d8',
      themeLighter: '#c5e9ea',
      themeLighterAlt: '#f0f9fa'
    }
  };

  class LocalApplication extends applicationBase.BaseApplication {
    _getPageChromeProvider() {
      return undefined;
    }

    async onLoad() {
      const scope = siteScope(this.context.serviceScope);
      await useLocalTokens(scope);
      if (task.kind === 'web-part') await showWebPart(scope);
      else await showList(scope);
    }
  }

  /** SharePoint's services, with the site's colours. */
  function siteScope(parent) {
    const scope = parent.startNewChild();
    scope.provide(componentBase.ThemeProvider.serviceKey, new componentBase.ThemeProvider(scope, siteTheme));
    scope.finish();
    return scope;
  }

  /**
   * Every component makes clients of its own (`createDefaultAndProvide`), which no scope above it can replace. All of them ask
   * the one token provider of SPFx, and that one asks the local Entra where it would ask Microsoft's.
   */
  async function useLocalTokens(scope) {
    const provider = await scope.consume(http.AadTokenProviderFactory.serviceKey).getTokenProvider();
    const { getToken } = tokenProvider.createTokenProvider(entra);
    provider.getToken = getToken;
  }

  async function showWebPart(scope) {
    const manifest = { ...manifestOf(task.componentId) };
    const host = task.inTeams ? new webPartBase._TeamsAwareWebPartHost(scope) : new webPartBase._MinimalWebPartHost(scope);
    const instanceId = coreLibrary.Guid.newGuid().toString();
    const [entry] = manifest.preconfiguredEntries;
    const webPartData = {
      id: manifest.id,
      instanceId,
      title: entry.title.default,
      description: entry.description.default,
      dataVersion: '1.0',
      properties: entry.properties
    };
    await new webPartBase._ClientSideWebPartManager(host).loadWebPart({
      manifest,
      domElement: document.getElementById('canvas'),
      instanceId,
      displayMode: coreLibrary.DisplayMode.Read,
      pageLayoutType: 'Article',
      host,
      serviceScope: scope,
      webPartData,
      addedFromPersistedData: true,
      formFactor: 0
    });
  }

  async function showList(scope) {
    const view = await localListView.openListView({ listUrl: task.listUrl, listView, coreLibrary });
    if (view.baseTemplate !== 100) return;
    // SharePoint runs a command set over every list its binding names: all custom lists. Which of them it shows itself on is its own affair.
    for (const manifest of commandSets()) await runCommandSet({ manifest, scope, view });
  }

  async function runCommandSet({ manifest, scope, view }) {
    const { default: CommandSet } = await loader.SPComponentLoader.loadComponent(manifest);
    const commandSet = new CommandSet();
    const instanceId = coreLibrary.Guid.newGuid().toString();
    const context = new listView.ListViewCommandSetContext(
      { manifest, parentServiceScope: scope, instanceId, loggingTag: `ListViewCommandSet.${manifest.alias}` },
      { listView: view.accessor }
    );
    const execute = (itemId) =>
      commandSet.onExecute({ itemId, selectedRows: view.accessor.selectedRows, properties: commandSet.properties });
    commandSet._raiseOnChange = () => drawCommands(context._commands, execute);
    await commandSet._init(context, '{}');
    drawCommands(context._commands, execute);
  }

  function drawCommands(commands, execute) {
    const buttons = commands.filter(({ visible }) => visible).map((command) => commandButton(command, execute));
    document.getElementById('command-bar').replaceChildren(...buttons);
  }

  function commandButton({ id, title, ariaLabel, iconImageUrl, disabled }, execute) {
    const button = document.createElement('button');
    button.type = 'button';
    button.disabled = disabled === true;
    if (ariaLabel) button.setAttribute('aria-label', ariaLabel);
    if (iconImageUrl) button.append(Object.assign(document.createElement('img'), { src: iconImageUrl, alt: '' }));
    button.append(title);
    button.addEventListener('click', () => execute(id));
    return button;
  }

  function commandSets() {
    return loader.SPComponentLoader.getManifests().filter(({ extensionType }) => extensionType === 'ListViewCommandSet');
  }

  function manifestOf(id) {
    const manifest = loader.SPComponentLoader.tryGetManifestById(id);
    if (manifest === undefined) throw new Error(`Ingen komponent med id ${id} är byggd.`);
    return manifest;
  }

  return { default: LocalApplication };
});
