// The list Inställningar: what the tab and the bot need to know of this municipality, by key.
import { groups } from './groups';
import type { ListDefinition } from './list';

export const settingKeys = [
  'service-url',
  'api-resource',
  'it-phone',
  'security-protection-phone',
  'security-officer-phone',
  'tab-url',
  'chat-url',
  'level-numbers'
] as const;
export type SettingKey = (typeof settingKeys)[number];

/** What the list calls each setting. */
export const settingTitles: Readonly<Record<SettingKey, string>> = {
  'service-url': 'Adress till Värnas tjänst',
  'api-resource': 'Tjänstens id i Entra (application ID URI)',
  'it-phone': 'Telefon till IT',
  'security-protection-phone': 'Telefon till säkerhetsskyddschefen',
  'security-officer-phone': 'Telefon till informationssäkerhetsansvarig',
  'tab-url': 'Adress till Värnas flik',
  'chat-url': 'Adress till chatten med Värna',
  'level-numbers': 'Nivåernas nummer, från Försumbar till Allvarlig'
};

export const settingList: ListDefinition = {
  url: 'Installningar',
  title: 'Inställningar',
  description: 'Adresser, telefonnummer och nivåernas nummer, som Värna använder dem. Ändras med provisioneringen.',
  titleColumn: 'Inställning',
  columns: [
    { kind: 'text', name: 'Nyckel', title: 'Nyckel', index: 'unique' },
    { kind: 'text', name: 'Varde', title: 'Värde' }
  ],
  views: [{ title: 'Alla inställningar', columns: ['LinkTitle', 'Varde', 'Nyckel'], query: '<OrderBy><FieldRef Name="ID" /></OrderBy>' }],
  readers: groups,
  searchable: false
};
