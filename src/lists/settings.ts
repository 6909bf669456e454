// The municipality's own addresses and telephone numbers in the list Inställningar, by key.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { settingKeys, settingList, settingTitles, type SettingKey } from '../schema/settings';
import { readRows, type RowShape } from './rows';
import { putRow } from './writing';

/** What is set. A key that is absent has not been set. */
export type SiteSettings = Readonly<Partial<Record<SettingKey, string>>>;

export interface SettingsRead {
  readonly settings: SiteSettings;
  /** Rows with an unknown key or a value that cannot be one, by SharePoint's number. */
  readonly broken: readonly number[];
}

/** What each setting may be. */
export const SiteSettings: z.ZodType<SiteSettings> = z.strictObject({
  'service-url': z.url({ protocol: /^https?$/ }).exactOptional(),
  'api-resource': z.string().min(1).max(255).exactOptional(),
  'it-phone': z.string().min(3).max(60).exactOptional(),
  'security-protection-phone': z.string().min(3).max(60).exactOptional(),
  'security-officer-phone': z.string().min(3).max(60).exactOptional(),
  'tab-url': z.url({ protocol: /^https?$/ }).exactOptional(),
  'chat-url': z.url({ protocol: /^https?$/ }).exactOptional()
});

export async function readSettings(sp: SPFI): Promise<SettingsRead> {
  const rows = await readRows(sp, settingRows);
  const set = rows.flatMap((row) => (row.broken ? [] : [[row.state.key, row.state.value] as const]));
  return { settings: SiteSettings.parse(Object.fromEntries(set)), broken: rows.filter(({ broken }) => broken).map(({ id }) => id) };
}

/** Sets what is given and leaves the rest. */
export async function writeSettings(sp: SPFI, settings: SiteSettings): Promise<void> {
  for (const key of settingKeys) {
    const value = settings[key];
    if (value !== undefined) await putRow({ sp, shape: settingRows, key, state: { key, value }, ids: () => Promise.resolve(null) });
  }
}

interface Setting {
  readonly key: SettingKey;
  readonly value: string;
}

const SettingRow = z.object({ Nyckel: z.enum(settingKeys), Varde: z.string() });

const settingRows: RowShape<Setting> = {
  list: settingList,
  key: 'Nyckel',
  read: (row) => {
    const { Nyckel: key, Varde: value } = SettingRow.parse(row);
    SiteSettings.parse({ [key]: value });
    return { key, value };
  },
  cells: ({ key, value }) => ({ Nyckel: key, Title: settingTitles[key], Varde: value }),
  people: () => ({})
};
