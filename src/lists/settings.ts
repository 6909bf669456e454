// The municipality's own addresses, telephone numbers and numbers of the levels in the list Inställningar, by key.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { levelNumbersFrom, ordinaryNumbers, type LevelNumbers } from '../domain/level-numbers';
import { settingKeys, settingList, settingTitles, type SettingKey } from '../schema/settings';
import { readRows, type RowShape } from './rows';
import { putRow } from './writing';

/** What is set. A key that is absent has not been set. */
export type SiteSettings = Readonly<Partial<Record<SettingKey, string>>>;

export interface SettingsRead {
  readonly settings: SiteSettings;
  /** Rows with an unknown key or a value that cannot be one, by SharePoint's number. */
  readonly broken: readonly number[];
  /** Those set, else the ordinary ones; `undefined` when what is set cannot be understood. */
  readonly levelNumbers: LevelNumbers | undefined;
}

/** What `level-numbers` may be; why it is refused stands in the issue's `params.reason`. */
const ShownNumbers = z.string().superRefine((written, context) => {
  const read = levelNumbersFrom(written);
  if (!read.ok) context.addIssue({ code: 'custom', params: { reason: read.reason } });
});

/** What each setting may be. */
export const SiteSettings: z.ZodType<SiteSettings> = z.strictObject({
  'service-url': z.url({ protocol: /^https?$/ }).exactOptional(),
  'api-resource': z.string().min(1).max(255).exactOptional(),
  'it-phone': z.string().min(3).max(60).exactOptional(),
  'security-protection-phone': z.string().min(3).max(60).exactOptional(),
  'security-officer-phone': z.string().min(3).max(60).exactOptional(),
  'tab-url': z.url({ protocol: /^https?$/ }).exactOptional(),
  'chat-url': z.url({ protocol: /^https?$/ }).exactOptional(),
  'level-numbers': ShownNumbers.exactOptional()
});

export async function readSettings(sp: SPFI): Promise<SettingsRead> {
  const rows = await readRows(sp, settingRows);
  const written = rows.flatMap((row) => (row.broken ? [] : [row.state]));
  const set = written.filter(isPossible).map(({ key, value }) => [key, value] as const);
  return {
    settings: SiteSettings.parse(Object.fromEntries(set)),
    broken: rows.filter((row) => row.broken || !isPossible(row.state)).map(({ id }) => id),
    levelNumbers: numbersIn(written)
  };
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

function isPossible({ key, value }: Setting): boolean {
  return SiteSettings.safeParse({ [key]: value }).success;
}

function numbersIn(written: readonly Setting[]): LevelNumbers | undefined {
  const set = written.find(({ key }) => key === 'level-numbers');
  if (set === undefined) return ordinaryNumbers;
  const read = levelNumbersFrom(set.value);
  return read.ok ? read.value : undefined;
}

const SettingRow = z.object({ Nyckel: z.enum(settingKeys), Varde: z.string() });

const settingRows: RowShape<Setting> = {
  list: settingList,
  key: 'Nyckel',
  read: (row) => {
    const { Nyckel: key, Varde: value } = SettingRow.parse(row);
    return { key, value };
  },
  cells: ({ key, value }) => ({ Nyckel: key, Title: settingTitles[key], Varde: value }),
  people: () => ({})
};
