// What Teams says about where the web part is shown, read through the teams-js that SharePoint hands over.
import type { app } from '@microsoft/teams-js';
import type { WebPartContext } from '@microsoft/sp-webpart-base';

export interface TeamsHost {
  readonly theme: string;
  /** Such as `sv-se`. */
  readonly locale: string;
  /** Where in the tab a deep link points; undefined for the tab itself. */
  readonly subPageId: string | undefined;
  /** Calls the listener with the new theme's name whenever the person changes theme. */
  readonly onThemeChange: (listener: (theme: string) => void) => void;
}

/** The part of teams-js' context that is read; SharePoint brings its own, older teams-js, so the whole types differ. */
interface TabContext {
  readonly app: Pick<app.AppInfo, 'theme' | 'locale'>;
  readonly page: Pick<app.PageInfo, 'subPageId'>;
}

/** Undefined when the web part stands in SharePoint and not in Teams. */
export async function teamsHost(context: WebPartContext): Promise<TeamsHost | undefined> {
  const teams = context.sdks.microsoftTeams?.teamsJs;
  if (teams === undefined) return undefined;
  const { app, page }: TabContext = await teams.app.getContext();
  return {
    theme: app.theme,
    locale: app.locale,
    subPageId: page.subPageId === '' ? undefined : page.subPageId,
    onThemeChange: (listener) => teams.app.registerOnThemeChangeHandler(listener)
  };
}
