// The sign-in page in a real browser: chosen from by name, followed back to the page that asked, and held against WCAG in light and dark.
import AxeBuilder from '@axe-core/playwright';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { openBrowser } from '../browser/browser';
import type { TestBrowser } from '../browser/browser';
import { asa, eero, former, pageClient, startIdentityServer, tenantId } from './identity-server';
import type { IdentityServer } from './identity-server';

let server: IdentityServer;
let asking: Server;
let browser: TestBrowser;
let redirectUri = '';

beforeAll(async () => {
  server = await startIdentityServer();
  asking = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('back'));
  asking.listen(0, '127.0.0.1');
  await once(asking, 'listening');
  redirectUri = `http://127.0.0.1:${(asking.address() as AddressInfo).port}/signed-in`;
  const page = server.directory.applicationById(pageClient);
  if (page) server.directory.putApplication({ ...page, redirectUris: [redirectUri] });
  browser = await openBrowser();
});
afterEach(() => {
  expect(browser.takeComplaints()).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  asking.closeAllConnections();
  asking.close();
  await server.stop();
});

function authorizeUrl(): string {
  const parameters = {
    client_id: pageClient,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 's',
    code_challenge_method: 'S256'
  };
  return `${server.origin}/${tenantId}/oauth2/v2.0/authorize?${new URLSearchParams({ ...parameters, code_challenge: 'c'.repeat(43) }).toString()}`;
}

async function openSignIn(colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ width: 390 });
  await page.emulateMedia({ colorScheme });
  await page.goto(authorizeUrl());
  return page;
}

describe('the sign-in page in a browser', () => {
  it('takes the person who is chosen back to the page that asked, with a code', async () => {
    const page = await openSignIn('light');
    await page.getByRole('button', { name: /^Eero/ }).click();
    await page.waitForURL(/\/signed-in\?/);
    const answer = new URL(page.url()).searchParams;
    expect([answer.get('state'), answer.get('code')]).toEqual(['s', expect.stringMatching(/^[\w-]{43}$/)]);
    await page.goto(authorizeUrl());
    expect(page.url()).toContain(redirectUri);
  });

  it.each(['light', 'dark'] as const)('meets WCAG 2.2 AA in %s colours', async (scheme) => {
    const page = await openSignIn(scheme);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations).toEqual([]);
  });

  it('gives every open account a button of at least 44 pixels with name and post, and is usable by keyboard', async () => {
    const page = await openSignIn('light');
    const buttons = page.getByRole('button');
    expect(await buttons.allInnerTexts()).toEqual([expect.stringContaining(eero.jobTitle ?? ''), expect.stringContaining(asa.displayName)]);
    await expect(page.getByText(former.displayName).count()).resolves.toBe(0);
    for (const box of await Promise.all((await buttons.all()).map((button) => button.boundingBox())))
      expect(box?.height).toBeGreaterThanOrEqual(44);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/signed-in\?/);
  });
});
