// The web part's shell: SharePoint's or Teams' colours and language, and the site's lists, in; Värna's screens out.
import { initializeIcons, type Theme } from '@fluentui/react';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { Log } from '@microsoft/sp-core-library';
import { AadHttpClient } from '@microsoft/sp-http';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import * as React from 'react';
import * as ReactDom from 'react-dom';
import * as strings from 'VarnaWebPartStrings';
import { VarnaApp } from '../../components/app';
import { siteTheme, teamsTheme } from '../../components/host-theme';
import { Hosted } from '../../components/hosted';
import { openRecord } from '../../components/record';
import { languageOf } from '../../domain/language';
import { connectInBrowser } from '../../lists/connect';
import { readsOf } from '../../lists/reads';
import { teamsHost, type TeamsHost } from './teams-host';

export default class VarnaWebPart extends BaseClientSideWebPart<Record<string, never>> {
  private teams: TeamsHost | undefined;
  private theme: Theme = siteTheme(undefined);
  private record: ReturnType<typeof openRecord> | undefined;

  public override render(): void {
    if (this.record === undefined) return;
    const language = languageOf(this.teams?.locale ?? this.context.pageContext.cultureInfo.currentUICultureName);
    const host = this.teams === undefined ? 'sharepoint' : 'teams';
    const screen = React.createElement(VarnaApp, { ...this.record, language, host, startAt: this.teams?.subPageId });
    const hosted = { theme: this.theme, language, message: strings.Failed, retry: strings.Retry, onError: this.record.onError };
    ReactDom.render(React.createElement(Hosted, { ...hosted, children: screen }), this.domElement);
  }

  protected override async onInit(): Promise<void> {
    initializeIcons(undefined, { disableWarnings: true });
    this.record = this.openRecord();
    this.teams = await teamsHost(this.context);
    if (this.teams === undefined) return;
    this.theme = teamsTheme(this.teams.theme);
    this.teams.onThemeChange((name) => {
      this.theme = teamsTheme(name);
      this.render();
    });
  }

  /** SharePoint calls this before the first render and on each change; in Teams the theme is Teams' own. */
  protected override onThemeChanged(site: IReadonlyTheme | undefined): void {
    if (this.teams === undefined) this.theme = siteTheme(site);
  }

  protected override onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
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
      onError: (error) => Log.error(this.manifest.alias, error, this.context.serviceScope)
    });
  }
}
