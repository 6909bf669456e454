// A person signs in to Entra in a browser, and the program acts as them: what it asks for, what it believes, and what it says when it comes to nothing.
import { decodeJwt } from 'jose';
import { signIn, type SignedIn, type SignIn } from '../../src/identity/sign-in';
import { admin, openEmptySite, tenantId, type Site } from '../lists/site';
import { chooseOnSignInPage } from './person-at-browser';

const program = 'dddddddd-0000-4000-8000-000000000001';
let site: Site;
let seconds: number;
beforeAll(async () => {
  site = await openEmptySite();
  const registration = { clientId: program, displayName: 'Värnas provisionering', appRoles: [], identifierUris: [], sites: {} };
  site.standin.directory.putApplication({ ...registration, redirectUris: ['http://localhost'] });
});
afterAll(() => site.stop());
beforeEach(() => {
  seconds = 0;
});

function asking(changes: Partial<SignIn> & Pick<SignIn, 'open'>): SignIn {
  return {
    authority: site.standin.origin,
    tenantId,
    clientId: program,
    permission: `${site.standin.origin}/AllSites.FullControl`,
    now: () => new Date(Date.now() + seconds * 1000),
    ...changes
  };
}

/** Signs in with somebody at the browser; the page they end at comes too. */
async function signInBy(
  atBrowser: (address: string) => Promise<Response>,
  changes: Partial<SignIn> = {}
): Promise<{ outcome: SignedIn; page: Response }> {
  let atEnd: (page: Promise<Response>) => void;
  const page = new Promise<Response>((resolve) => (atEnd = resolve));
  const [outcome, shown] = await Promise.all([signIn(asking({ open: (address) => atEnd(atBrowser(address)), ...changes })), page]);
  return { outcome, page: shown };
}

async function tokenOf(outcome: SignedIn): Promise<string> {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.token();
}

test('the token is the person’s, for what was asked, and the page tells them that they may close it', async () => {
  const { outcome, page } = await signInBy((address) => chooseOnSignInPage(address, admin));
  expect(outcome).toMatchObject({ ok: true, permissions: expect.arrayContaining(['AllSites.FullControl']) as unknown });
  expect(decodeJwt(await tokenOf(outcome))).toMatchObject({ oid: admin.id, scp: 'AllSites.FullControl', aud: site.standin.origin });
  expect(await page.text()).toContain('Du kan stänga fönstret');
});

test('the person chooses their account each time, and the code comes back to this machine under PKCE', async () => {
  let address = '';
  await signIn(asking({ open: (given) => (address = given), waitMilliseconds: 1 }));
  const asked = Object.fromEntries(new URL(address).searchParams);
  expect(asked).toMatchObject({ prompt: 'select_account', response_type: 'code', code_challenge_method: 'S256' });
  expect(asked['redirect_uri']).toMatch(/^http:\/\/localhost:\d+$/);
  expect(asked['scope']).toBe(`${site.standin.origin}/AllSites.FullControl openid offline_access`);
});

test('the token is renewed when it is about to expire, and kept until then', async () => {
  const { outcome } = await signInBy((address) => chooseOnSignInPage(address, admin));
  const first = await tokenOf(outcome);
  expect(await tokenOf(outcome)).toBe(first);
  seconds = 2 * 60 * 60;
  const renewed = await tokenOf(outcome);
  expect(renewed).not.toBe(first);
  expect(decodeJwt(renewed)).toMatchObject({ oid: admin.id });
});

test('an answer with another state is turned away and does not end the wait', async () => {
  const { outcome } = await signInBy(async (address) => {
    const back = new URL(new URL(address).searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code: 'x', state: 'y' }).toString();
    expect(await fetch(back)).toMatchObject({ status: 400 });
    return chooseOnSignInPage(address, admin);
  });
  expect(outcome).toMatchObject({ ok: true });
});

test('a code that was asked for with another nonce is not believed', async () => {
  const { outcome } = await signInBy((address) => {
    const other = new URL(address);
    other.searchParams.set('nonce', 'another');
    return chooseOnSignInPage(other.href, admin);
  });
  expect(outcome).toMatchObject({ ok: false, reason: 'untrusted' });
});

test('a code that was asked for with another challenge is refused by Entra', async () => {
  const { outcome } = await signInBy((address) => {
    const other = new URL(address);
    other.searchParams.set('code_challenge', 'c'.repeat(43));
    return chooseOnSignInPage(other.href, admin);
  });
  expect(outcome).toMatchObject({ ok: false, reason: 'refused', detail: expect.stringContaining('AADSTS501481') as unknown });
});

test('somebody who declines is told so, and the page says that it came to nothing', async () => {
  const { outcome, page } = await signInBy((address) =>
    chooseOnSignInPage(address, admin, (back) => {
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('error_description', 'AADSTS65004: User declined to consent to access the app.');
      return back;
    })
  );
  expect(outcome).toEqual({ ok: false, reason: 'declined', detail: 'AADSTS65004: User declined to consent to access the app.' });
  expect(await page.text()).toContain('blev inte av');
});

test('a permission that nobody has consented to is told as that', async () => {
  const { outcome } = await signInBy((address) => fetch(address), { permission: `${site.standin.origin}/TermStore.ReadWrite.All` });
  expect(outcome).toMatchObject({ ok: false, reason: 'no-consent', detail: expect.stringContaining('AADSTS65001') as unknown });
});

test('when nobody answers it ends by itself', async () => {
  expect(await signIn(asking({ open: () => undefined, waitMilliseconds: 1 }))).toEqual({ ok: false, reason: 'timed-out', detail: '' });
});

test.each(['http://localhost:1/elsewhere', 'http://127.0.0.1:1', 'https://localhost:1', 'http://localhost.example:1'])(
  'Entra sends nobody to %s, which is not registered',
  async (redirectUri) => {
    let address = '';
    await signIn(asking({ open: (given) => (address = given), waitMilliseconds: 1 }));
    const other = new URL(address);
    other.searchParams.set('redirect_uri', redirectUri);
    const page = await fetch(other);
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('AADSTS50011')]);
  }
);
