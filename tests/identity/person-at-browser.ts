// A person at a browser, played with plain requests: chooses who they are on the stand-in's sign-in page and follows where Entra sends them.
import type { Person } from '../../src/domain/person';

/** The page they end at: the program's own. `change` may meddle with the address Entra sends the browser back to. */
export async function chooseOnSignInPage(address: string, who: Pick<Person, 'id'>, change = (back: URL) => back): Promise<Response> {
  const page = await fetch(address, { redirect: 'manual' });
  const form = new URLSearchParams({ user: who.id, ...hiddenInputs(await page.text()) });
  const headers = { cookie: cookieOf(page), 'content-type': 'application/x-www-form-urlencoded' };
  const choice = await fetch(new URL('/_standin/signin', address), { method: 'POST', headers, body: form, redirect: 'manual' });
  const again = new URL(choice.headers.get('location') ?? '', address);
  const sent = await fetch(again, { headers: { cookie: cookieOf(choice) }, redirect: 'manual' });
  return fetch(change(new URL(sent.headers.get('location') ?? '')));
}

function hiddenInputs(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&#38;', '&')]));
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
