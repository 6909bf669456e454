// The tab used with the keyboard alone: where the focus is, that it shows, and that it is never lost.
import type { Locator, Page } from 'playwright-core';
import { frameOf } from './looked-at';

/** More than any screen has; a screen that needs them all is not one for the keyboard. */
const mostTabs = 120;

/** Tabs on until the focus is on it, and sees that it shows. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await isFocused(target)) {
      if (!(await showsFocus(target))) throw new Error(`The focus does not show on ${String(target)}.`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} is not reached in ${mostTabs} tabs.`);
}

/** Tabs to a button or a link and presses it. */
export async function pressByKey(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Opens a dropdown, goes down to an option and takes it. */
export async function chooseByKey(page: Page, dropdown: Locator, option: string | RegExp): Promise<void> {
  await pressByKey(page, dropdown);
  const frame = frameOf(page);
  const options = frame.getByRole('option');
  await frame.waitForFunction(`document.activeElement?.getAttribute('role') === 'option'`);
  const wanted = frame.getByRole('option', { name: option, exact: true });
  for (let left = await options.count(); left > 0 && !(await isFocused(wanted)); left -= 1) await page.keyboard.press('ArrowDown');
  if (!(await isFocused(wanted))) throw new Error(`${String(option)} is not reached with the arrows.`);
  await page.keyboard.press('Enter');
  await options.first().waitFor({ state: 'detached' });
}

/** The words of what has the focus, when it can be seen; nothing when the focus is lost. */
export function focusedWords(page: Page): Promise<string> {
  return frameOf(page).evaluate(`(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return '';
    const { top, bottom, width } = focused.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < window.innerHeight ? (focused.getAttribute('aria-label') ?? focused.textContent) : '';
  })()`);
}

function isFocused(target: Locator): Promise<boolean> {
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
