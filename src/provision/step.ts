// What a site may need before it is what the schema says: one step for each thing, and what only a person can mend.
import { groupTitle, type Group } from '../schema/groups';
import type { Column, ListDefinition, View } from '../schema/list';
import { settingTitles, type SettingKey } from '../schema/settings';

/** Properties of a list as SharePoint's REST names them. */
export type ListProperties = Readonly<
  Partial<Record<'Title' | 'Description', string> & Record<'NoCrawl' | 'EnableVersioning' | 'EnableAttachments', boolean>>
>;

/** Properties of a column as SharePoint's REST names them. */
export type ColumnProperties = Readonly<
  Partial<{ Title: string; Hidden: boolean; Required: boolean; Indexed: boolean; EnforceUniqueValues: boolean; Choices: readonly string[] }>
>;

export type Step =
  | { readonly kind: 'create-group'; readonly group: Group }
  | { readonly kind: 'add-member'; readonly group: Group; readonly loginName: string }
  | { readonly kind: 'open-site'; readonly group: Group }
  | { readonly kind: 'create-list'; readonly list: ListDefinition }
  | { readonly kind: 'update-list'; readonly list: ListDefinition; readonly changes: ListProperties }
  | { readonly kind: 'close-list'; readonly list: ListDefinition }
  | { readonly kind: 'grant'; readonly list: ListDefinition; readonly group: Group }
  | { readonly kind: 'revoke'; readonly list: ListDefinition; readonly group: Group; readonly roleId: number; readonly roleName: string }
  | { readonly kind: 'create-column'; readonly list: ListDefinition; readonly column: Column }
  | { readonly kind: 'update-column'; readonly list: ListDefinition; readonly column: string; readonly changes: ColumnProperties }
  | { readonly kind: 'create-view'; readonly list: ListDefinition; readonly view: View; readonly isDefault: boolean }
  | { readonly kind: 'update-view'; readonly list: ListDefinition; readonly view: View; readonly isDefault: boolean; readonly id: string }
  | { readonly kind: 'write-setting'; readonly key: SettingKey; readonly value: string };

/**
 * What provisioning sees and leaves alone. `wrong-type`: a column with our name of another type; values would be lost by remaking it.
 * `other-reader`: somebody beside our groups may open the list. `broken-setting`: a row in Inställningar that cannot be read.
 */
export type Remark =
  | { readonly kind: 'wrong-type'; readonly list: ListDefinition; readonly column: Column; readonly presentType: string }
  | { readonly kind: 'other-reader'; readonly list: ListDefinition; readonly who: string; readonly roleNames: readonly string[] }
  | { readonly kind: 'broken-setting'; readonly row: number };

/** One line in Swedish for whoever runs the provisioning. */
export function stepInWords(step: Step): string {
  switch (step.kind) {
    case 'create-group':
      return `Gruppen ${groupTitle(step.group)} saknas.`;
    case 'add-member':
      return `Gruppen ${groupTitle(step.group)} saknar medlemmen ${step.loginName}.`;
    case 'open-site':
      return `Gruppen ${groupTitle(step.group)} kan inte läsa webbplatsen.`;
    case 'create-list':
      return `Listan ${step.list.title} saknas.`;
    case 'update-list':
      return `Listan ${step.list.title}: ${propertiesInWords(step.changes)}.`;
    case 'close-list':
      return `Listan ${step.list.title} ärver webbplatsens behörigheter och ska ha egna.`;
    case 'grant':
      return `Listan ${step.list.title}: gruppen ${groupTitle(step.group)} ska kunna läsa.`;
    case 'revoke':
      return `Listan ${step.list.title}: gruppen ${groupTitle(step.group)} har behörigheten ${step.roleName} och ska inte ha den.`;
    case 'create-column':
      return `Listan ${step.list.title}: kolumnen ${step.column.title} (${step.column.name}) saknas.`;
    case 'update-column':
      return `Listan ${step.list.title}: kolumnen ${step.column}: ${propertiesInWords(step.changes)}.`;
    case 'create-view':
      return `Listan ${step.list.title}: vyn ${step.view.title} saknas.`;
    case 'update-view':
      return `Listan ${step.list.title}: vyn ${step.view.title} har andra kolumner eller annan ordning än den ska.`;
    case 'write-setting':
      return `Inställningen ${settingTitles[step.key]} (${step.key}) ska vara ${step.value}.`;
  }
}

export function remarkInWords(remark: Remark): string {
  switch (remark.kind) {
    case 'wrong-type':
      return `Listan ${remark.list.title}: kolumnen ${remark.column.name} är av typen ${remark.presentType} och kan inte göras om här. Flytta innehållet, ta bort kolumnen och kör igen.`;
    case 'other-reader':
      return `Listan ${remark.list.title}: ${remark.who} har också behörighet (${remark.roleNames.join(', ')}). Ta bort den i SharePoint om den inte är avsedd.`;
    case 'broken-setting':
      return `Listan Inställningar: rad ${remark.row} går inte att tolka. Rätta eller ta bort den i SharePoint.`;
  }
}

const propertyWords: Readonly<Record<keyof ListProperties | keyof ColumnProperties, string>> = {
  Title: 'titel',
  Description: 'beskrivning',
  NoCrawl: 'utanför sökningen',
  EnableVersioning: 'versionshistorik',
  EnableAttachments: 'bilagor',
  Hidden: 'dold',
  Required: 'obligatorisk',
  Indexed: 'indexerad',
  EnforceUniqueValues: 'unika värden',
  Choices: 'val'
};

/** "ska vara: titel Händelselogg, indexerad ja". */
function propertiesInWords(changes: ListProperties | ColumnProperties): string {
  const words: Readonly<Record<string, string>> = propertyWords;
  return `ska vara: ${Object.entries(changes)
    .map(([name, value]) => `${words[name] ?? name} ${valueInWords(value)}`)
    .join(', ')}`;
}

function valueInWords(value: string | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return typeof value === 'string' ? `"${value}"` : value.map((one) => `"${one}"`).join(', ');
}
