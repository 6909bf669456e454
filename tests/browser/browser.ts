// A real Chromium for the tests, from npm: it reaches this machine only, and says what went wrong on a page.
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { packedChromium } from './packed-chromium';

export interface TestBrowser {
  /** A page in a fresh browser context, with no cookies of anybody. */
  readonly newPage: (options?: { readonly width?: number; readonly height?: number }) => Promise<Page>;
  /** What went wrong on any page since last asked: console errors, uncaught errors, and requests that would leave this machine. */
  readonly takeComplaints: () => string[];
  readonly close: () => Promise<void>;
}

/** A list that somebody may read nothing of is not found to them, which the browser tells its console whatever the page makes of it. */
export function isOfHiddenList(complaint: string): boolean {
  return /404 \(Not Found\) .*_api\/web\/getList\(/.test(complaint);
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Starts Chromium as packed by `@sparticuz/chromium`. Close it with `close`. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await launch();
  let complaints: string[] = [];
  const complain = (text: string): void => void complaints.push(text);
  return {
    newPage: async ({ width = 1280, height = 800 } = {}) => {
      const context = await browser.newContext({ viewport: { width, height }, locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
      await keepOnThisMachine(context, complain);
      context.setDefaultTimeout(20_000);
      context.setDefaultNavigationTimeout(60_000);
      return context.newPage();
    },
    takeComplaints: () => {
      const taken = complaints;
      complaints = [];
      return taken;
    },
    close: () => browser.close()
  };
}

async function launch(): Promise<Browser> {
  const { executablePath, args } = await packedChromium();
  return chromium.launch({ executablePath, args: [...args], headless: true });
}

async function keepOnThisMachine(context: BrowserContext, complain: (text: string) => void): Promise<void> {
  await context.route(
    (url) => !loopback.includes(url.hostname) && url.protocol !== 'data:' && url.protocol !== 'blob:',
    async (route) => {
      complain(`left this machine: ${route.request().url()}`);
      await route.abort();
    }
  );
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (failure) => complain(`uncaught: ${failure.error().stack ?? failure.error().message}`));
}
