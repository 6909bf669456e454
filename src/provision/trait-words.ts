// Columns, and what can be set on lists, columns, views and groups, in Swedish.
import type { Trait, Traits } from './picture';

const words: Readonly<Record<string, string>> = {
  Title: 'titel',
  Description: 'beskrivning',
  NoCrawl: 'utanför sökningen',
  EnableVersioning: 'versionshistorik',
  EnableAttachments: 'bilagor',
  Hidden: 'dold',
  Closed: 'egna behörigheter',
  Required: 'obligatorisk',
  Indexed: 'indexerad',
  EnforceUniqueValues: 'unika värden',
  MaxLength: 'längsta text',
  RichText: 'formaterad text',
  Choices: 'val',
  FillInChoice: 'egna val',
  Columns: 'kolumner',
  Query: 'urval och ordning',
  DefaultView: 'förvald vy',
  Roles: 'behörigheter',
  ReadsSite: 'läser webbplatsen',
  AllowMembersEditMembership: 'medlemmar ändrar medlemskap',
  OnlyAllowMembersViewMembership: 'bara medlemmar ser medlemskap'
};

export function traitInWords(trait: string): string {
  return words[trait] ?? trait;
}

/** "ska vara: titel "Händelselogg", indexerad ja". */
export function traitsInWords(traits: Traits): string {
  return `ska vara: ${Object.entries(traits)
    .map(([name, value]) => `${traitInWords(name)} ${valueInWords(value)}`)
    .join(', ')}`;
}

export function valueInWords(value: Trait | undefined): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'object') return value.length === 0 ? 'inga' : value.map((one) => `"${one}"`).join(', ');
  return typeof value === 'string' ? `"${value}"` : String(value ?? 'inget');
}

/** As people see it, and as SharePoint knows it where that is something else. */
export function columnInWords({ name, title }: { readonly name: string; readonly title: string }): string {
  return name === title ? `kolumnen ${name}` : `kolumnen ${title} (${name})`;
}
