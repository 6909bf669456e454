// Exactly which permissions provisioning needs, in words: in full when asked for or refused, in one line when it starts.
import type { Right } from './caller';

/** How somebody provisions: as the application with its certificate, or signed in. */
export type Way = 'certificate' | 'sign-in';

const application = [
  'Med certifikat (appregistreringen i Entra, VARNA_CLIENT_ID):',
  '  1. SharePoint, programbehörighet: Sites.Selected, med administratörens medgivande. Inget mer i SharePoint.',
  '  2. Rollen fullcontrol på just den här webbplatsen. Den ges av en SharePoint-administratör, en gång, på ett av två sätt:',
  '       Grant-PnPEntraIDAppSitePermission -AppId <klient-id> -DisplayName Värna -Site <webbplats> -Permissions FullControl',
  '       POST https://graph.microsoft.com/v1.0/sites/<site-id>/permissions',
  '         {"roles":["fullcontrol"],"grantedToIdentities":[{"application":{"id":"<klient-id>","displayName":"Värna"}}]}',
  '  3. Certifikatets publika del uppladdad på appregistreringen. SharePoint tar inte emot klienthemligheter.'
];

const person = [
  'Inloggad (--sign-in):',
  '  1. Du är administratör för webbplatssamlingen. Ägare räcker inte: listor som tjänsten har stängt syns då inte.',
  '  2. Appregistreringen (--client) har SharePoint, delegerad behörighet: AllSites.FullControl, med administratörens medgivande.',
  '     Du får aldrig mer än du själv får på webbplatsen.',
  '  3. Appregistreringen har plattformen "Mobila program och skrivbordsprogram" med omdirigeringsadressen http://localhost.'
];

const service = [
  'Tjänsten behöver sedan, för samma appregistrering med certifikat:',
  '  - SharePoint: Sites.Selected med fullcontrol på webbplatsen, som ovan. Den skriver, och ger varje incident egna läsare.',
  '  - Graph, programbehörighet: User.Read.All, för närmaste chef och om ett konto är stängt.',
  '  - Graph, programbehörighet: GroupMember.Read.All, om grupper i Entra läggs i webbplatsens grupper.'
];

/** Everything, for `--permissions` and when SharePoint refuses. */
export function permissionsInWords(): string {
  return [...application, '', ...person, '', ...service].join('\n');
}

/** One line at the start of a run. */
export function permissionsInShort(way: Way): string {
  return way === 'certificate'
    ? 'Behörighet: Sites.Selected med fullcontrol på webbplatsen (allt: --permissions).'
    : 'Behörighet: AllSites.FullControl för en administratör av webbplatssamlingen (allt: --permissions).';
}

const rightWords: Readonly<Record<Right, string>> = {
  'manage-lists': 'göra och ändra listor',
  'manage-permissions': 'ändra behörigheter',
  'create-groups': 'skapa grupper',
  'manage-web': 'sköta webbplatsen',
  'site-administrator': 'administratör för webbplatssamlingen'
};

/** What somebody who may open the site lacks there. */
export function missingInWords(missing: readonly Right[]): string {
  return `Det här saknas på webbplatsen: ${missing.map((right) => rightWords[right]).join(', ')}.`;
}

/** What the token itself lacks; `undefined` when it has what it should. `held` are the permissions in it. */
export function missingInToken(way: Way, held: readonly string[]): string | undefined {
  const needed = way === 'certificate' ? ['Sites.Selected', 'Sites.FullControl.All'] : ['AllSites.FullControl'];
  if (needed.some((permission) => held.includes(permission))) return undefined;
  const has = held.length === 0 ? 'ingen behörighet i SharePoint alls' : `bara ${held.join(', ')}`;
  return `Behörigheten ${needed[0] ?? ''} saknas: Entra har gett appen ${has}. Lägg till den på appregistreringen, och låt en administratör ge sitt medgivande.`;
}
