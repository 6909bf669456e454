// A municipality's list brought into the register with the keyboard alone: picked, its columns and words interpreted, and the rows that came back put right.
import type { FrameLocator, Page } from 'playwright-core';
import { sheetsOf } from '../../src/components/import/read-file';
import { text, type TextKey } from '../../src/i18n/text';
import { meanings, named } from '../example-register/municipal-list';
import { workbookOf } from '../example-register/workbook';
import { chooseByKey, expectFocusOn, isFocused, pressByKey } from './keyboard';

const sv = (key: TextKey, said: Parameters<typeof text>[2] = {}): string => text('sv', key, said);

/** Picks the file in the field, which has the focus already. */
export async function pickByKey(
  page: Page,
  tab: FrameLocator,
  { name, content }: { readonly name: string; readonly content: Uint8Array }
): Promise<void> {
  const field = tab.getByLabel(sv('tab.import.file'));
  await field.waitFor();
  if (!(await isFocused(field))) throw new Error('The focus is not on the field for the file.');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), pressByKey(field, 'Space')]);
  await chooser.setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

/** One column is called as nobody could guess, and how the classes are numbered nobody can. */
export async function lookThroughByKey(page: Page, tab: FrameLocator): Promise<void> {
  await tab.getByText(sv('tab.import.unmapped', { columns: 'Beskrivning / syfte, Kommentar IT' })).waitFor();
  await chooseByKey(tab.getByRole('combobox', { name: 'Beskrivning / syfte' }), sv('tab.import.field.description'));
  await chooseByKey(tab.getByRole('combobox', { name: sv('tab.import.scale') }), sv('tab.import.scale.from-0'));
  await pressByKey(tab.getByRole('button', { name: sv('tab.import.look') }));
  await expectFocusOn(page, sv('tab.import.words', { count: Object.keys(meanings).length + named.length }));
}

/** From the first word to the last, as they stand. */
export async function interpretByKey(tab: FrameLocator): Promise<void> {
  const region = tab.getByRole('region', { name: sv('tab.import.words', { count: Object.keys(meanings).length + named.length }) });
  const labels = await region.locator('label').allInnerTexts();
  for (const label of labels) {
    const [, word = ''] = /^”(.+)” \(/.exec(label) ?? [];
    await chooseByKey(region.getByRole('combobox', { name: label }), meaningOf(word));
  }
}

function meaningOf(word: string): RegExp {
  const person = named.find(({ displayName }) => displayName === word);
  const meaning = person === undefined ? meanings[word as keyof typeof meanings] : `${person.displayName}, ${person.mail}`;
  return new RegExp(`^${meaning.replaceAll('.', '\\.')}`);
}

/** As somebody puts the rows right in Excel: what each lacks is written in; the sum is no system, and goes. */
export async function correctedRows(file: Uint8Array): Promise<Uint8Array> {
  const read = await sheetsOf('rader.xlsx', file);
  if ('fault' in read) throw new Error(read.fault);
  const [headings = [], ...rows] = read.sheets[0]?.lines ?? [];
  const at = (heading: string): number => headings.indexOf(heading);
  const corrected = rows
    .filter((row) => row[at('Systemnamn')] !== 'Summa')
    .map((row, number) =>
      row.map((cell, column) => {
        if (column === at('Nr')) return `R-${number + 1}`;
        if (column === at('Systemnamn')) return cell.trim() === '' ? `Pärm utan namn ${number + 1}` : cell;
        if (column === at('Förvaltning/enhet')) return cell.trim() === '' ? 'Kansliet' : cell;
        if (column === at('Typ')) return cell.trim() === '' ? 'Filyta' : cell;
        if (column === at('Avtal t.o.m.')) return cell === 'tills vidare' ? '' : cell;
        return column === at('K') && cell === '4' ? '3' : cell;
      })
    );
  return workbookOf({ name: 'Att rätta', rows: [headings, ...corrected], merged: [] });
}
