// The settings of a list: what a new generic list has, and what a POST or MERGE may set.
import { z } from 'zod';
import { notImplemented } from '../http/errors';
import type { ListSettings } from '../store/lists';
import { definedValues } from './resource';

/** Settings of a list made from template 100, as recorded from SharePoint Online. */
const newListSettings: ListSettings = {
  AllowContentTypes: true,
  ContentTypesEnabled: false,
  CrawlNonDefaultViews: false,
  DefaultItemOpenUseListSetting: false,
  Description: '',
  Direction: 'none',
  DisableCommenting: false,
  DisableGridEditing: false,
  DraftVersionVisibility: 0,
  EnableAttachments: true,
  EnableFolderCreation: false,
  EnableMinorVersions: false,
  EnableModeration: false,
  EnableRequestSignOff: true,
  EnableVersioning: true,
  ForceCheckout: false,
  Hidden: false,
  ImageUrl: '/_layouts/15/images/itgen.png?rev=47',
  IrmEnabled: false,
  ListExperienceOptions: 0,
  MajorVersionLimit: 50,
  MultipleDataList: false,
  NoCrawl: false,
  OnQuickLaunch: false,
  ReadSecurity: 1,
  ValidationFormula: null,
  ValidationMessage: null,
  WriteSecurity: 1
};

/** Those of one made from template 101. */
export const newLibrarySettings: ListSettings = {
  ...newListSettings,
  EnableAttachments: false,
  EnableFolderCreation: true,
  ImageUrl: '/_layouts/15/images/itdl.png?rev=47',
  MajorVersionLimit: 500
};

/** Settings that a list made from the template begins with. Throws 501 for a template that is not supported. */
export function templateSettings(baseTemplate: number): ListSettings {
  if (baseTemplate === 100) return newListSettings;
  if (baseTemplate === 101 || baseTemplate === 119) return newLibrarySettings;
  throw notImplemented(`a list made from template ${baseTemplate}`);
}

/** Shown only when asked for by $select. */
export const settingsOnRequest = ['OnQuickLaunch', 'ReadSecurity', 'WriteSecurity', 'ValidationFormula', 'ValidationMessage'];

/** What a body may carry, besides `BaseTemplate` when the list is made. */
export const listBody = z.strictObject({
  Title: z.string().min(1).max(255).optional(),
  AllowContentTypes: z.boolean().optional(),
  ContentTypesEnabled: z.boolean().optional(),
  CrawlNonDefaultViews: z.boolean().optional(),
  DefaultItemOpenUseListSetting: z.boolean().optional(),
  Description: z.string().optional(),
  Direction: z.string().optional(),
  DisableCommenting: z.boolean().optional(),
  DisableGridEditing: z.boolean().optional(),
  DraftVersionVisibility: z.int().optional(),
  EnableAttachments: z.boolean().optional(),
  EnableFolderCreation: z.boolean().optional(),
  EnableMinorVersions: z.boolean().optional(),
  EnableModeration: z.boolean().optional(),
  EnableRequestSignOff: z.boolean().optional(),
  EnableVersioning: z.boolean().optional(),
  ForceCheckout: z.boolean().optional(),
  Hidden: z.boolean().optional(),
  ImageUrl: z.string().optional(),
  IrmEnabled: z.boolean().optional(),
  ListExperienceOptions: z.int().optional(),
  MajorVersionLimit: z.int().optional(),
  MultipleDataList: z.boolean().optional(),
  NoCrawl: z.boolean().optional(),
  OnQuickLaunch: z.boolean().optional(),
  ReadSecurity: z.int().optional(),
  ValidationFormula: z.string().nullable().optional(),
  ValidationMessage: z.string().nullable().optional(),
  WriteSecurity: z.int().optional()
});

/** Puts the given settings over the old. Throws 501 for those whose effect the stand-in does not have. */
export function changedSettings(old: ListSettings, given: Omit<z.infer<typeof listBody>, 'Title'>): ListSettings {
  for (const [name, harmless] of withoutEffect) {
    const value = given[name];
    if (value !== undefined && value !== harmless && value !== '') throw notImplemented(`a list with ${name} ${String(value)}`);
  }
  return { ...old, ...definedValues(given) };
}

const withoutEffect = [
  ['EnableModeration', false],
  ['EnableMinorVersions', false],
  ['ForceCheckout', false],
  ['IrmEnabled', false],
  ['ReadSecurity', 1],
  ['WriteSecurity', 1],
  ['ValidationFormula', null]
] as const;
