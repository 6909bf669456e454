// Looking at a screen of the tab: what stands against it for those who cannot see or point, how wide it is, and what it says.
import AxeBuilder from '@axe-core/playwright';
import { errors, type Frame, type Page } from 'playwright-core';

/** The tab's own page in the Teams page. */
export function frameOf(page: Page): Frame {
  const frame = page.frame({ name: 'embedded-page-container' });
  if (frame === null) throw new Error('The Teams page has no frame.');
  return frame;
}

/** What axe finds that is serious or critical, with the elements it is about. */
export async function seriousAgainst(page: Page): Promise<readonly object[]> {
  await frameOf(page).evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished))');
  const { violations } = await new AxeBuilder({ page }).include(['#teams-tab', 'body']).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

/** The frame gets the width, in pixels; what the page around it takes comes on top. Gives how wide what stands in the frame is, and what in it is scrolled to sideways. */
export async function widthAt(page: Page, width: number): Promise<number> {
  const around = await page.evaluate<number>('window.innerWidth - document.getElementById("teams-tab").clientWidth');
  await page.setViewportSize({ width: width + around, height: 640 });
  const taken = await page.evaluate<number>('document.getElementById("teams-tab").clientWidth');
  if (taken !== width) await page.setViewportSize({ width: width + around + width - taken, height: 640 });
  const frame = frameOf(page);
  await frame.waitForFunction(`document.documentElement.clientWidth === ${width}`);
  await settled(frame, width);
  return frame.evaluate<number>(wanted);
}

/** In the page: the width of the document, and what the widest of the parts in it that scroll hides. */
const wanted = `(document.documentElement.scrollWidth + Math.max(0, ...[...document.body.querySelectorAll('*')]
  .filter((part) => ['auto', 'scroll'].includes(getComputedStyle(part).overflowX) && part.clientWidth > 0)
  .map((part) => part.scrollWidth - part.clientWidth)))`;

/** Parts are stacked a moment after their room is known: a screen that fits at last fits. */
async function settled(frame: Frame, width: number): Promise<void> {
  try {
    await frame.waitForFunction(`${wanted} <= ${width}`, undefined, { timeout: 5_000 });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
  }
}

/** The text that is seen, and what is only said to screen readers. */
export function everythingSaid(page: Page): Promise<string> {
  return frameOf(page).evaluate(`[
    document.body.innerText,
    ...['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.body.querySelectorAll('[' + name + ']')].map((element) => element.getAttribute(name))
    )
  ].join('\\n')`);
}
