// A page used with the keyboard alone: where the focus is, that it shows, and that it is never lost.
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { frameOf } from './looked-at';

/** More than any screen has; a screen that needs them all is not one for the keyboard. */
const mostTabs = 120;

/** Tabs on until the focus is on it, and sees that it shows. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await isFocused(target)) {
      if (!(await showsFocus(target))) throw new Error(`The focus does not show on ${String(target)}.`);
      return;
    }
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`${String(target)} is not reached in ${mostTabs} tabs.`);
}

/** Tabs to a button or a link and presses it. */
export async function pressByKey(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Tabs to a field and types into it. */
export async function typeByKey(field: Locator, words: string): Promise<void> {
  await tabTo(field);
  await field.page().keyboard.type(words);
}

/** Types a day, `YYYY-MM-DD`, into a date field as its segments stand in this browser: month, day, year. */
export async function typeDayByKey(field: Locator, day: string): Promise<void> {
  const [year = '', month = '', ofMonth = ''] = day.split('-');
  await typeByKey(field, `${month}${ofMonth}${year}`);
}

/** Opens a dropdown, goes down to an option and takes it. */
export async function chooseByKey(dropdown: Locator, option: string | RegExp): Promise<void> {
  await pressByKey(dropdown);
  const { keyboard } = dropdown.page();
  const frame = frameOf(dropdown.page());
  const options = frame.getByRole('option');
  await frame.waitForFunction(`document.activeElement?.getAttribute('role') === 'option'`);
  const wanted = frame.getByRole('option', { name: option, exact: true });
  for (let left = await options.count(); left > 0 && !(await isFocused(wanted)); left -= 1) await keyboard.press('ArrowDown');
  if (!(await isFocused(wanted))) throw new Error(`${String(option)} is not reached with the arrows.`);
  await keyboard.press('Enter');
  await options.first().waitFor({ state: 'detached' });
}

/** Writes the beginning of a name and takes the person who is found. */
export async function findByKey(field: Locator, name: string): Promise<void> {
  await typeByKey(field, name.slice(0, 5));
  const { keyboard } = field.page();
  const found = frameOf(field.page()).getByRole('option', { name });
  await found.waitFor();
  for (let left = 5; left > 0 && (await found.getAttribute('aria-selected')) !== 'true'; left -= 1) await keyboard.press('ArrowDown');
  if ((await found.getAttribute('aria-selected')) !== 'true') throw new Error(`${name} is not reached with the arrows.`);
  await keyboard.press('Enter');
  await found.waitFor({ state: 'detached' });
}

/** Tabs to a group of radio buttons and goes to one of them with the arrows, which checks it. */
export async function checkByKey(group: Locator, answer: string): Promise<void> {
  const radios = group.getByRole('radio');
  const wanted = group.getByRole('radio', { name: answer, exact: true });
  await tabToAny(radios);
  const { keyboard } = group.page();
  if (await isFocused(wanted)) await keyboard.press('Space');
  for (let left = await radios.count(); left > 0 && !(await isFocused(wanted)); left -= 1) await keyboard.press('ArrowDown');
  if (!(await wanted.isChecked())) throw new Error(`${answer} is not checked with the arrows.`);
}

/** Comes to a table, goes down to a row and opens it. */
export async function openRowByKey(table: Locator, name: string): Promise<void> {
  const row = table.getByRole('row', { name });
  await row.waitFor();
  await tabToAny(table.locator(':focus, [role="columnheader"], [role="row"]'));
  const { keyboard } = table.page();
  for (let left = await table.getByRole('row').count(); left > 0 && !(await isFocused(row)); left -= 1) await keyboard.press('ArrowDown');
  if (!(await isFocused(row))) throw new Error(`${name} is not reached with the arrows.`);
  await keyboard.press('Enter');
}

/** Opens what is folded under a name that begins so. */
export async function unfoldByKey(place: FrameLocator | Locator, name: RegExp): Promise<Locator> {
  const summary = place.locator('summary', { hasText: name });
  await pressByKey(summary);
  return summary.locator('..');
}

/** The words of what has the focus, when it can be seen; nothing when the focus is lost. */
function focusedWords(page: Page): Promise<string> {
  return frameOf(page).evaluate(`(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return '';
    const { top, bottom, width } = focused.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < window.innerHeight ? (focused.getAttribute('aria-label') ?? focused.textContent) : '';
  })()`);
}

/** Waits until the focus is where one reads on. */
export async function expectFocusOn(page: Page, words: string): Promise<void> {
  for (let left = 50; left > 0 && (await focusedWords(page)) !== words; left -= 1) await page.waitForTimeout(100);
  const focused = await focusedWords(page);
  if (focused !== words) throw new Error(`The focus is on ”${focused}” and not on ”${words}”.`);
}

/** Waits until something that can be seen has the focus, as somebody does before the next tab. */
export async function expectFocusKept(page: Page): Promise<void> {
  for (let left = 50; left > 0 && (await focusedWords(page)) === ''; left -= 1) await page.waitForTimeout(100);
  if ((await focusedWords(page)) === '') throw new Error('The focus is lost.');
}

/** The browser stops at the checked one of a group, else at the first or the last. */
async function tabToAny(targets: Locator): Promise<void> {
  await targets.first().waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await targets.evaluateAll((elements) => elements.some((element) => element === document.activeElement))) return;
    await targets.page().keyboard.press('Tab');
  }
  throw new Error(`${String(targets)} are not reached in ${mostTabs} tabs.`);
}

export function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Something of how it is drawn is gone without the focus. */
async function showsFocus(target: Locator): Promise<boolean> {
  const focused = await drawnAs(target);
  await target.evaluate((element) => (element as HTMLElement).blur());
  const plain = await drawnAs(target);
  await target.focus();
  return focused !== plain;
}

/** Outlines and borders of the element, of what it draws itself, and of what is around and beside it. */
function drawnAs(target: Locator): Promise<string> {
  return target.evaluate((element) =>
    [element, element.nextElementSibling, element.parentElement]
      .flatMap((near) => (near === null ? [] : [undefined, '::before', '::after'].map((part) => getComputedStyle(near, part))))
      .map(({ outline, border, boxShadow, content }) => [outline, border, boxShadow, content].join(' '))
      .join('\n')
  );
}
