// One Fluent theme for everything a shell shows, chosen by where it is shown: Teams names a theme, SharePoint gives its own colours.
import { createTheme, type IPalette, type PartialTheme, type Theme } from '@fluentui/react';

/**
 * The theme for the name Teams gives (`default`, `dark`, `contrast`; docs of teams-js `app.Context.app.theme`).
 * An unknown name gets the light theme, which is also what Teams calls `default`.
 */
export function teamsTheme(name: string): Theme {
  if (name === 'dark') return dark;
  if (name === 'contrast') return contrast;
  return light;
}

/** The colours a SharePoint site publishes to its web parts. */
export interface SiteColours {
  readonly palette?: Partial<IPalette>;
  readonly isInverted?: boolean;
}

/** The theme for a SharePoint site's own colours; the light theme where the site gives none. */
export function siteTheme(site: SiteColours | undefined): Theme {
  if (site?.palette === undefined) return light;
  return readable({ palette: site.palette, isInverted: site.isInverted ?? false });
}

/**
 * Fluent's words on a primary button that cannot be pressed are all but lost on it, and in high contrast are those of one that can. On a narrow screen
 * the words of a button take two lines, which Fluent sets without any space between.
 */
function readable(theme: PartialTheme): Theme {
  const { palette } = createTheme(theme);
  const semanticColors = { ...theme.semanticColors, primaryButtonTextDisabled: palette.neutralTertiary };
  return createTheme({ ...theme, semanticColors, components: { DefaultButton: { styles: { label: { lineHeight: 20, margin: 4 } } } } });
}

const light = readable({
  palette: {
    themeDarker: '#323452',
    themeDark: '#444791',
    themeDarkAlt: '#4f52b2',
    themePrimary: '#5b5fc7',
    themeSecondary: '#7579eb',
    themeTertiary: '#aab1fa',
    themeLight: '#c7c9f5',
    themeLighter: '#dfe1fa',
    themeLighterAlt: '#f4f5fd'
  }
});

const dark = readable({
  isInverted: true,
  palette: {
    themeDarker: '#dce0fa',
    themeDark: '#c5cbfa',
    themeDarkAlt: '#aab1fa',
    themePrimary: '#7f85f5',
    themeSecondary: '#7579eb',
    themeTertiary: '#5b5fc7',
    themeLight: '#444791',
    themeLighter: '#3d3e66',
    themeLighterAlt: '#2f2f4a',
    white: '#1f1f1f',
    neutralLighterAlt: '#282828',
    neutralLighter: '#313131',
    neutralLight: '#3f3f3f',
    neutralQuaternaryAlt: '#484848',
    neutralQuaternary: '#4f4f4f',
    neutralTertiaryAlt: '#6d6d6d',
    neutralTertiary: '#a6a6a6',
    neutralSecondaryAlt: '#adadad',
    neutralSecondary: '#d0d0d0',
    neutralPrimaryAlt: '#dadada',
    neutralPrimary: '#ffffff',
    neutralDark: '#f4f4f4',
    black: '#f8f8f8'
  }
});

const contrast = readable({
  isInverted: true,
  palette: {
    themeDarker: '#ffff01',
    themeDark: '#ffff01',
    themeDarkAlt: '#ffff01',
    themePrimary: '#1aebff',
    themeSecondary: '#1aebff',
    themeTertiary: '#1aebff',
    themeLight: '#1aebff',
    themeLighter: '#001a33',
    themeLighterAlt: '#001a33',
    white: '#000000',
    neutralLighterAlt: '#000000',
    neutralLighter: '#1a1a1a',
    neutralLight: '#333333',
    neutralQuaternaryAlt: '#ffffff',
    neutralQuaternary: '#ffffff',
    neutralTertiaryAlt: '#ffffff',
    neutralTertiary: '#3ff23f',
    neutralSecondaryAlt: '#ffffff',
    neutralSecondary: '#ffffff',
    neutralPrimaryAlt: '#ffffff',
    neutralPrimary: '#ffffff',
    neutralDark: '#ffffff',
    black: '#ffffff'
  },
  semanticColors: { bodyDivider: '#ffffff', menuDivider: '#ffffff', variantBorder: '#ffffff' }
});
