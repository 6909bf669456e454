// A person's chat with the bot in Microsoft's 365 Agents Playground, used as the person uses it.
import type { Locator, Page, Response } from 'playwright-core';
import type { Chat } from '../../src/local/playground';
import type { TestBrowser } from './browser';
import { pressByKey } from './keyboard';
import { press } from './tab';

export interface ChatPage {
  readonly page: Page;
  readonly write: (text: string) => Promise<void>;
  /** Mentions the bot in the team's channel and writes. */
  readonly writeInChannel: (text: string) => Promise<void>;
  readonly openOwnChat: () => Promise<void>;
  /** The newest card with this heading. */
  readonly card: (heading: string) => Locator;
}

/** Opens the page at a width where the list of chats is shown. */
export async function openChatPage(browser: TestBrowser, { url }: Chat): Promise<ChatPage> {
  const page = await browser.newPage({ width: 1400, height: 900 });
  await answerForCdn(page);
  await page.goto(url);
  const write = async (text: string): Promise<void> => {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('button', { name: 'Send Message' }).click();
  };
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  return {
    page,
    write,
    writeInChannel: async (text) => {
      await page.getByRole('treeitem', { name: 'Hemtjänsten - General' }).click();
      // What is answered to a post stands below, each with a box of its own.
      await page.getByRole('textbox').first().pressSequentially('@Vär');
      await page.getByRole('menuitem', { name: 'Värna' }).click();
      await page.keyboard.type(` ${text}`);
      await page.getByRole('button', { name: 'Post' }).click();
    },
    openOwnChat: () => page.getByRole('treeitem', { name: 'Personal Chat' }).click(),
    card: (heading) => page.getByLabel(heading, { exact: true }).last()
  };
}

/** Presses a button of a card in the chat and waits, as a person does, until the press is answered and the next card stands there and stays. */
export function pressCard(card: Locator, button: string): Promise<void> {
  return answered(card, press(card, button));
}

/** The same with the keyboard alone. */
export function pressCardByKey(card: Locator, button: string): Promise<void> {
  return answered(card, pressByKey(card.getByRole('button', { name: button, exact: true })));
}

async function answered(card: Locator, pressed: Promise<void>): Promise<void> {
  const isAnswer = (response: Response): boolean => response.url().endsWith('/invoke');
  const [answer] = await Promise.all([card.page().waitForResponse(isAnswer), pressed]);
  await answer.finished();
  await standsStill(card.page());
}

/** The client draws the card twice, once as the message's own change and once as the answer: what is typed between them is gone. */
async function standsStill(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quiet = setTimeout(resolve, 200);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(() => {
            observer.disconnect();
            resolve();
          }, 200);
        });
        observer.observe(document.body, { childList: true, subtree: true });
      })
  );
}

/** The client asks Microsoft's CDN for its fonts and for a button's animation; it looks the same without them. */
async function answerForCdn(page: Page): Promise<void> {
  await page.route('https://res-1.cdn.office.net/files/fabric-cdn-prod_*/assets/{fonts,animations}/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' }, body: '' })
  );
}

/** A fault of the client's own (0.2.28): it installs the bot again for whoever opens the page, and stumbles over the chat it already has. */
export function isFaultOfChatClient(complaint: string): boolean {
  return complaint.startsWith('console: Saga error Error: Invalid conversation id a:');
}
