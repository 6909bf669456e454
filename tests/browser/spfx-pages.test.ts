// The local pages in a real browser: the built bundles in Microsoft's loader, on the site, over a list and in the Teams frame.
import type { FrameLocator, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from './browser';
import { apiAudience, person, site, startLocalSite, type LocalSite } from './local-site';

const varna = `${site.path}/SitePages/Varna.aspx`;
const listAt = (name: string): string => `${site.path}/Lists/${name}/AllItems.aspx`;

let browser: TestBrowser;
let local: LocalSite;
let page: Page;

beforeAll(async () => {
  [browser, local] = await Promise.all([openBrowser(), startLocalSite()]);
}, 60_000);

beforeEach(async () => {
  page = await browser.newPage();
});

afterEach(async () => {
  await page.context().close();
  expect(browser.takeComplaints()).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await local.stop();
});

test('somebody who is not signed in is led to the sign-in and back to the page they asked for', async () => {
  await local.signInTo(page, varna);
  await page.waitForURL((url) => url.pathname === varna);
  await page.getByRole('banner').getByText(person.displayName).waitFor();
});

test('every page takes scripts from this server alone, and is framed by no other', async () => {
  await local.signInTo(page, varna);
  for (const address of [varna, listAt('Klassningar'), '/teams', '/auth-end', '/_layouts/15/error.aspx']) {
    const { headers } = await page.request.get(`${local.origin}${address}`).then((response) => ({ headers: response.headers() }));
    const policy = (headers['content-security-policy'] ?? '').split('; ');
    expect([address, policy]).toEqual([address, expect.arrayContaining(["default-src 'none'", "base-uri 'none'"])]);
    expect(policy.find((part) => part.startsWith('script-src'))).toMatch(/^script-src 'self'(?: 'unsafe-eval')?$/);
    expect(policy.find((part) => part.startsWith('frame-ancestors'))).toMatch(/^frame-ancestors '(?:self|none)'$/);
    expect([headers['x-content-type-options'], headers['referrer-policy']]).toEqual(['nosniff', 'same-origin']);
  }
});

test('the site shows the lists the person may see', async () => {
  await local.signInTo(page, listAt('Klassningar'));
  const navigation = page.getByRole('navigation', { name: 'Webbplatsen' });
  await navigation.getByRole('link', { name: 'Anteckningar' }).click();
  await page.getByRole('heading', { name: 'Anteckningar' }).waitFor();
  await page.getByRole('row', { name: 'Elevregistret' }).waitFor();
});

test('the built web part renders in Microsoft’s loader', async () => {
  await local.signInTo(page, varna);
  await webPart(page).waitFor();
});

test('a web part gets the language asked for, the person, the site and a token for the API', async () => {
  await local.signInTo(page, `${local.probePage}&forceLocale=fi-fi`);
  await page.getByText('language: fi-FI').waitFor();
  await page.getByText(`person: ${person.displayName}`).waitFor();
  await page.getByText(`site: ${site.path}`).waitFor();
  await page.getByText(`audience: ${apiAudience} ${apiAudience}`).waitFor();
});

test('the commands appear for one selected classification, Besluta for many as well, and open a dialog that Escape closes', async () => {
  await local.signInTo(page, listAt('Klassningar'));
  const rows = page.getByRole('checkbox');
  await rows.nth(1).waitFor();
  const decide = page.getByRole('button', { name: 'Besluta' });
  await rows.nth(0).check();
  await decide.waitFor();
  const sendBack = page.getByRole('button', { name: 'Återsänd' });
  await sendBack.waitFor();
  await rows.nth(1).check();
  await sendBack.waitFor({ state: 'detached' });
  await decide.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Besluta om 2 klassningar' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await rows.nth(1).uncheck();
  await sendBack.waitFor();
  await decide.click();
  await dialog.getByRole('button', { name: 'Stäng' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('a dialog that could not be loaded is told of, and comes at the next press', async () => {
  await local.signInTo(page, listAt('Klassningar'));
  await page.getByRole('checkbox').nth(0).check();
  const decide = page.getByRole('button', { name: 'Besluta' });
  await decide.waitFor();
  await page.route('**/chunk.*', (route) => route.abort());
  await decide.click();
  await page
    .getByRole('dialog', { name: /gick fel/ })
    .getByRole('button', { name: 'OK' })
    .click();
  expect(browser.takeComplaints()).not.toEqual([]);
  await page.unroute('**/chunk.*');
  await decide.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stäng' }).waitFor();
});

test('a language that could not be loaded is told of, and comes when it is tried again', async () => {
  await local.signInTo(page, listAt('Klassningar'));
  await page.route('**/chunk.*', (route) => route.abort());
  await page.goto(`${local.origin}${varna}?locale=fi-fi`);
  const again = page.getByRole('button', { name: 'Yritä uudelleen' });
  await again.waitFor();
  expect(browser.takeComplaints()).not.toEqual([]);
  await page.unroute('**/chunk.*');
  await again.click();
  await webPart(page).getByText('Koti').first().waitFor();
});

test('the commands speak the language of the page', async () => {
  await local.signInTo(page, `${listAt('Klassningar')}?locale=fi-fi`);
  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('button', { name: 'Päätä' }).waitFor();
});

test('the commands stay away from every other list', async () => {
  const loaded = page.waitForResponse((response) => response.url().includes('decide-command-set'));
  await local.signInTo(page, listAt('Anteckningar'));
  await loaded;
  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('row', { selected: true }).waitFor();
  expect(await page.getByRole('toolbar').getByRole('button').count()).toBe(0);
});

test.each([
  ['default', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(31, 31, 31)'],
  ['contrast', 'rgb(0, 0, 0)']
])('in the Teams frame the web part wears the theme %s', async (theme, colour) => {
  await local.signInTo(page, `/teams?theme=${theme}`);
  await webPart(tab(page)).waitFor();
  expect(await backgroundOf(page)).toBe(colour);
});

test('the web part follows a change of theme in Teams', async () => {
  await local.signInTo(page, '/teams');
  await webPart(tab(page)).waitFor();
  await page.getByLabel('Tema').selectOption('dark');
  await page
    .frame({ name: 'embedded-page-container' })
    ?.waitForFunction(`getComputedStyle(document.querySelector('#canvas [lang]')).backgroundColor !== 'rgb(255, 255, 255)'`);
  expect(await backgroundOf(page)).toBe('rgb(31, 31, 31)');
});

test('the web part speaks the language of Teams', async () => {
  await local.signInTo(page, '/teams?locale=en-us');
  await tab(page).locator('[lang="en"]').first().waitFor();
});

test('teams-js as npm has it today completes its handshake with the frame', async () => {
  await page.route('**/tab-of-this-test', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<script src="/_local/packages/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js"></script>'
    })
  );
  await page.route('https://res.cdn.office.net/teams-js/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
  await local.signInTo(page, '/teams?theme=contrast&locale=fi-fi&sub=klassning/K-2026-0001');
  // The tab has come through its own redirects when it shows; a page opened in the frame before that would be taken away again.
  await tab(page).locator('[lang="fi"]').first().waitFor();
  const frame = page.frame({ name: 'embedded-page-container' });
  if (frame === null) throw new Error('The Teams page has no frame.');
  await frame.goto(`${local.origin}/tab-of-this-test`);
  await frame.waitForFunction('window.microsoftTeams');
  const context: unknown = await frame.evaluate('microsoftTeams.app.initialize().then(() => microsoftTeams.app.getContext())');
  expect(context).toMatchObject({
    app: { theme: 'contrast', locale: 'fi-fi', host: { name: 'Teams' } },
    page: { subPageId: 'klassning/K-2026-0001' },
    user: { userPrincipalName: person.userPrincipalName }
  });
  const success: unknown = await frame.evaluate('microsoftTeams.app.notifySuccess()');
  expect(success).toMatchObject({ hasFinishedSuccessfully: true });
});

/** What every shell of ours renders into: an element that carries the person's language. */
function webPart(place: Page | FrameLocator): ReturnType<Page['locator']> {
  return place.locator('#canvas [lang]').first();
}

function tab(on: Page): FrameLocator {
  return on.frameLocator('#teams-tab');
}

function backgroundOf(on: Page): Promise<string> {
  return webPart(tab(on)).evaluate((element) => getComputedStyle(element).backgroundColor);
}
