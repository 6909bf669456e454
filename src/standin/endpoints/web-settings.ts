// The properties of a site that can be changed, with what a new site has in them.
import { z } from 'zod';
import type { SiteSettings } from '../store/sites';

/** Seen in every answer about a site; order and values as recorded from SharePoint Online. */
export const shownSettings = {
  AllowRssFeeds: true,
  AlternateCssUrl: '',
  EnableMinimalDownload: false,
  FooterEmphasis: 0,
  FooterEnabled: false,
  FooterLayout: 0,
  HeaderEmphasis: 0,
  HeaderLayout: 0,
  HideTitleInHeader: false,
  HorizontalQuickLaunch: false,
  IsMultilingual: true,
  LogoAlignment: 0,
  MegaMenuEnabled: false,
  NavAudienceTargetingEnabled: false,
  NoCrawl: false,
  ObjectCacheEnabled: false,
  OverwriteTranslationsOnChange: false,
  QuickLaunchEnabled: true,
  SearchScope: 0,
  SiteLogoUrl: '',
  SyndicationEnabled: true,
  TreeViewEnabled: false,
  UIVersion: 15
} as const satisfies SiteSettings;

/** Only answered when `$select` names them; the values of a new site are a guess. */
export const settingsOnRequest = {
  CommentsOnSitePagesDisabled: false,
  ExcludeFromOfflineClient: false,
  MembersCanShare: true,
  RequestAccessEmail: '',
  SaveSiteAsTemplateEnabled: true,
  UseAccessRequestDefault: false
} as const satisfies SiteSettings;

/** What a MERGE of a site may carry. */
export const webBody = z.strictObject({
  Title: z.string().min(1).optional(),
  Description: z.string().optional(),
  ...Object.fromEntries(Object.entries({ ...shownSettings, ...settingsOnRequest }).map(([name, value]) => [name, typeOf(value).optional()]))
});

function typeOf(value: string | number | boolean): z.ZodType<string | number | boolean> {
  if (typeof value === 'boolean') return z.boolean();
  return typeof value === 'number' ? z.int() : z.string();
}
