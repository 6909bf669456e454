// Single cells of an imported table: days in three styles, numbers, and classes by the source's own numbering.
import { Temporal } from 'temporal-polyfill';
import { levels, type Level } from '../domain/classification';

/** How another register numbers its levels: 0–3, 1–4, or in words. */
export const classScales = ['from-0', 'from-1', 'words'] as const;
export type ClassScale = (typeof classScales)[number];

/** `2026-11-26`, `26/11 2026`, or Excel's own number of a day; `undefined` for anything else. Gives `YYYY-MM-DD`. */
export function dayIn(cell: string): string | undefined {
  const text = cell.trim();
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return realDay(Number(year), Number(month), Number(day));
  const [, ofMonth, ofYear, inYear] = /^(\d{1,2})\/(\d{1,2})[ /]+(\d{4})$/.exec(text) ?? [];
  if (ofMonth !== undefined) return realDay(Number(inYear), Number(ofYear), Number(ofMonth));
  return /^\d{4,5}(?:\.0+)?$/.test(text) ? serialDay(Number(text)) : undefined;
}

/** Excel counts days from 1899-12-30 as it writes them after February 1900; numbers of other ages are more likely something else. */
function serialDay(serial: number): string | undefined {
  if (serial < 20_000 || serial > 80_000) return undefined;
  return Temporal.PlainDate.from('1899-12-30').add({ days: serial }).toString();
}

function realDay(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** Hours as people write them, with comma or point, perhaps with a unit: `4`, `0,5 h`, `24 timmar`. */
export function hoursIn(cell: string): number | undefined {
  const [, written] = /^(\d{1,4}(?:[.,]\d)?)\s*(?:h|tim|timmar|timme|hours?)?\.?$/i.exec(cell.trim()) ?? [];
  const hours = Number(written?.replace(',', '.'));
  return Number.isInteger(hours * 2) && hours <= 8760 ? hours : undefined;
}

const levelWords: readonly (readonly string[])[] = [
  ['försumbar', 'ingen', 'negligible', 'none'],
  ['måttlig', 'moderate'],
  ['betydande', 'significant'],
  ['allvarlig', 'serious', 'severe']
];

/** A level by the numbering that whoever imports says the source has; a letter before the number is no part of it (`K2`). Words mean the same in all of them. */
export function levelIn(cell: string, scale: ClassScale): Level | undefined {
  const text = cell.trim().toLocaleLowerCase('sv');
  const said = levels[levelWords.findIndex((words) => words.includes(text))];
  const [, digit] = /^[krts]?(\d)$/.exec(text) ?? [];
  if (said !== undefined || scale === 'words' || digit === undefined) return said;
  return levels[Number(digit) - (scale === 'from-0' ? 0 : 1)];
}

/** Texts as they are compared: in lower case, with one space between words. */
export function folded(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv');
}
