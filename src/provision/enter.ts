// The way in to SharePoint: a token as the application, or as the person who signs in, and in words why there is none.
import { appToken } from '../identity/app-token';
import { openBrowser } from '../identity/open-browser';
import { signIn, type SignInRefusal } from '../identity/sign-in';
import type { Entrance } from './options';
import { missingInToken } from './permissions';

export type Entered = { readonly ok: true; readonly token: () => Promise<string> } | { readonly ok: false; readonly words: string };

/** `open` opens the address in a browser; the person's own when absent. An application's token is got when it is first used. */
export async function enter(entrance: Entrance, print: (line: string) => void, open = openBrowser): Promise<Entered> {
  if (entrance.way === 'certificate') return { ok: true, token: appToken(entrance.identity) };
  const outcome = await signIn({
    ...entrance.asking,
    open: (address) => {
      print('Logga in i webbläsaren som öppnas. Öppnas ingen, gå hit:');
      print(address);
      open(address);
    }
  });
  if (!outcome.ok) return { ok: false, words: refusalInWords(outcome) };
  const missing = missingInToken('sign-in', outcome.permissions);
  return missing === undefined ? { ok: true, token: outcome.token } : { ok: false, words: missing };
}

const reasonWords: Readonly<Record<SignInRefusal, string>> = {
  'timed-out':
    'Ingen loggade in inom fem minuter. Kör igen. Visade webbläsaren ett fel från Entra (AADSTS…), så är det appregistreringen: den ska ha omdirigeringsadressen http://localhost för mobila program och skrivbordsprogram.',
  declined: 'Inloggningen avbröts, eller medgivandet nekades. Kör igen och godkänn.',
  'no-consent':
    'En administratör behöver först ge appen AllSites.FullControl i SharePoint (delegerad behörighet, administratörens medgivande).',
  refused: 'Entra nekade inloggningen.',
  untrusted: 'Svaret från inloggningen hör inte till det som frågades. Kör igen; kommer det tillbaka, anmäl det.'
};

function refusalInWords({ reason, detail }: { readonly reason: SignInRefusal; readonly detail: string }): string {
  return detail === '' ? reasonWords[reason] : `${reasonWords[reason]}\n${detail}`;
}
