// A walk through a whole screen with Tab and the arrows: what is not come to, where the focus does not show, and whether it is let go of at the end.
import type { Frame, Page } from 'playwright-core';
import { frameOf } from './looked-at';

export interface Walk {
  /** How many things had the focus. */
  readonly stops: number;
  /** What can be pressed or written in and was not come to. */
  readonly missed: readonly string[];
  /** What had the focus without showing it, or outside the window. */
  readonly unseen: readonly string[];
  /** Whether Tab went out of the screen again. */
  readonly letGo: boolean;
}

/** More keys than any screen needs, with all of it unfolded. */
const mostKeys = 2_000;

/** Walks from the top of the tab, with everything unfolded. */
export async function walkThrough(page: Page): Promise<Walk> {
  const frame = frameOf(page);
  await frame.evaluate(`(${prepare.toString()})()`);
  const press = (key: string): Promise<Step> => page.keyboard.press(key).then(() => stepIn(frame));
  let keys = 0;
  let step = await press('Tab');
  for (; step.inside && keys < mostKeys; keys += 1) {
    if (step.entersZone) await walkZone(press);
    step = await press('Tab');
  }
  return { ...(await frame.evaluate<Omit<Walk, 'letGo'>>(`(${conclude.toString()})()`)), letGo: !step.inside };
}

interface Step {
  readonly inside: boolean;
  /** Something that is walked within with the arrows, and has not been. */
  readonly entersZone: boolean;
  /** Which of all that had the focus; the same when a key led nowhere. */
  readonly at: number;
}

/** Down from row to row, and to the right in each. */
async function walkZone(press: (key: string) => Promise<Step>): Promise<void> {
  let at = await toTheEnd(press, 'ArrowRight', -1);
  for (let before = -1; before !== at; ) {
    before = at;
    at = (await press('ArrowDown')).at;
    if (at !== before) at = await toTheEnd(press, 'ArrowRight', at);
  }
}

async function toTheEnd(press: (key: string) => Promise<Step>, key: string, from: number): Promise<number> {
  let at = from;
  for (let next = (await press(key)).at; next !== at; next = (await press(key)).at) at = next;
  return at;
}

function stepIn(frame: Frame): Promise<Step> {
  return frame.evaluate<Step>('varnaWalk()');
}

/** Runs in the page: unfolds everything, begins at the top, and lays out the function that looks at what has the focus. */
function prepare(): void {
  const stops: Element[] = [];
  const unseen: string[] = [];
  const zones = new Set<Element>();
  document.querySelectorAll('details').forEach((folded) => (folded.open = true));
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  const drawn = (element: HTMLElement): string =>
    [element, element.nextElementSibling, element.parentElement, ...element.children]
      .flatMap((near) => (near === null ? [] : [undefined, '::before', '::after'].map((part) => getComputedStyle(near, part))))
      .map(({ outline, border, boxShadow, content, strokeWidth }) => [outline, border, boxShadow, content, strokeWidth].join(' '))
      .join('\n');
  const shows = (element: HTMLElement): boolean => {
    const focused = drawn(element);
    element.blur();
    const plain = drawn(element);
    element.focus();
    const { top, bottom } = element.getBoundingClientRect();
    return focused !== plain && bottom > 0 && top < window.innerHeight;
  };
  const walk = (): Step => {
    const focused = document.activeElement;
    if (!document.hasFocus() || !(focused instanceof HTMLElement || focused instanceof SVGElement) || focused === document.body)
      return { inside: false, entersZone: false, at: -1 };
    if (!stops.includes(focused)) {
      stops.push(focused);
      if (!shows(focused as HTMLElement)) unseen.push(focused.outerHTML.slice(0, 200));
    }
    const zone = focused.closest('nav, [role="grid"]');
    const entersZone = zone !== null && !zones.has(zone);
    if (zone !== null) zones.add(zone);
    return { inside: true, entersZone, at: stops.indexOf(focused) };
  };
  Object.assign(window, { varnaWalk: walk, varnaStops: { stops, unseen } });
}

/** Runs in the page: what can be pressed or written in and had never the focus. Of radio buttons the browser stops at one, and the arrows go on. */
function conclude(): Omit<Walk, 'letGo'> {
  const { stops, unseen } = (
    window as unknown as { readonly varnaStops: { readonly stops: readonly Element[]; readonly unseen: string[] } }
  ).varnaStops;
  const all = document.querySelectorAll<HTMLInputElement>(
    'a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]'
  );
  const isStop = (element: HTMLInputElement): boolean =>
    stops.includes(element) ||
    (element.type === 'radio' && [...document.getElementsByName(element.name)].some((other) => stops.includes(other)));
  const canBe = (element: HTMLInputElement): boolean => !element.disabled && element.getClientRects().length > 0;
  const missed = [...all].filter((element) => canBe(element) && !isStop(element)).map(({ outerHTML }) => outerHTML.slice(0, 200));
  return { stops: stops.length, missed, unseen };
}
