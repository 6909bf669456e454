// The web part's shell: SharePoint's or Teams' colours and language, and the site's lists, in; Värna's screens out.
import { initializeIcons, type Theme } from '@fluentui/react';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { Log } from '@microsoft/sp-core-library';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import * as React from 'react';
import * as ReactDom from 'react-dom';
import * as strings from 'VarnaWebPartStrings';
import { VarnaApp } from '../../components/app';
import type { Environment } from '../../components/environment';
import { siteTheme, teamsTheme } from '../../components/host-theme';
import { Hosted } from '../../components/hosted';
import { languageOf, type Language } from '../../domain/language';
import { loadLanguage } from '../../i18n/load-language';
import { teamsHost, type TeamsHost } from './teams-host';

export default class VarnaWebPart extends BaseClientSideWebPart<Record<string, never>> {
  private teams: TeamsHost | undefined;
  private theme: Theme = siteTheme(undefined);

  public override render(): void {
    const host = this.teams === undefined ? 'sharepoint' : 'teams';
    const { open, onError } = this;
    const tab = React.createElement(VarnaApp, { open, onError, host, startAt: this.teams?.subPageId });
    const hosted = { theme: this.theme, language: this.language, message: strings.Failed, retry: strings.Retry, onError };
    ReactDom.render(React.createElement(Hosted, { ...hosted, children: tab }), this.domElement);
  }

  protected override async onInit(): Promise<void> {
    initializeIcons(undefined, { disableWarnings: true });
    // Begun before Teams has said where we are: both take their time. What does not come is asked for again by `open`.
    recordChunk().catch(() => undefined);
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

  private get language(): Language {
    return languageOf(this.teams?.locale ?? this.context.pageContext.cultureInfo.currentUICultureName);
  }

  private readonly open = async (): Promise<Environment> => {
    const { language, onError } = this;
    const [{ recordIn }] = await Promise.all([recordChunk(), loadLanguage(language)]);
    return recordIn(this.context, { language, onError });
  };

  private readonly onError = (error: Error): void => Log.error(this.manifest.alias, error, this.context.serviceScope);
}

function recordChunk(): Promise<typeof import('./open-record')> {
  return import('./open-record');
}
