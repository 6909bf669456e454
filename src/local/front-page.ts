// The start page of the local municipality: who you are, whom you can become, and where everything is.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DirectoryUser } from '../standin/directory/directory';
import type { TokenIssuer } from '../standin/entra/token-issuer';
import { people, type ExamplePerson } from './example/people';
import type { Outage } from './outage';
import { escapeHtml, htmlDocument } from './pages/html';
import { everyAnswer, plainPage } from './pages/page-headers';

export interface Place {
  readonly name: string;
  readonly url: string;
  readonly what: string;
}

export interface FrontPageOptions {
  readonly origin: string;
  readonly tokens: Pick<TokenIssuer, 'callerOfSession' | 'sessions'>;
  readonly places: () => readonly Place[];
  readonly outage: Outage;
}

/** The people a newcomer will want to be, in the order of the three uses. */
const cast: readonly ExamplePerson[] = [
  people.employee,
  people.manager,
  people.socialHead,
  people.custodian,
  people.it,
  people.securityOfficer,
  people.dataProtectionOfficer,
  people.protectionOfficer,
  people.director
];

/** Answers `GET /`, `POST /bli` and `POST /avbrott`; false for any other address. */
export function frontPage(options: FrontPageOptions) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> => {
    if (request.method === 'GET' && url.pathname === '/') {
      const person = options.tokens.callerOfSession(request.headers.cookie)?.user;
      response.writeHead(200, plainPage).end(page(person, options));
      return true;
    }
    const act = request.method === 'POST' ? acts.get(url.pathname) : undefined;
    if (act === undefined) return false;
    const headers = request.headers.origin === options.origin ? act(new URLSearchParams(await textOf(request)), options) : undefined;
    if (headers === undefined) response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', ...everyAnswer }).end(refused);
    else response.writeHead(303, { location: '/', ...headers }).end();
    return true;
  };
}

const refused = 'Valet kom inte från startsidan. Öppna startsidan och välj igen.';

/** What the page's forms do: the headers to answer with, or undefined for a choice that is not on the page. Browsers name the origin of every POST. */
type Act = (form: URLSearchParams, options: FrontPageOptions) => Readonly<Record<string, string>> | undefined;

const acts = new Map<string, Act>([
  ['/bli', become],
  ['/avbrott', turnOutage]
]);

function become(form: URLSearchParams, { tokens }: FrontPageOptions): Readonly<Record<string, string>> | undefined {
  const person = cast.find(({ id }) => id === form.get('user'));
  return person && { 'set-cookie': tokens.sessions.start(person.id) };
}

function turnOutage(form: URLSearchParams, { outage }: FrontPageOptions): Readonly<Record<string, string>> | undefined {
  const chosen = form.get('sharepoint');
  if (chosen !== 'borta' && chosen !== 'tillbaka') return undefined;
  outage.turn(chosen === 'borta');
  return {};
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 1000) return '';
  }
  return text;
}

function page(person: DirectoryUser | undefined, { places, outage }: FrontPageOptions): string {
  const who = person === undefined ? 'Du är inte inloggad än. Välj vem du vill vara.' : `Du är ${person.displayName} (${roleOf(person)}).`;
  return htmlDocument({
    title: 'Värna på din dator',
    scripts: [],
    body: `<main class="front">
<h1>Värna på din dator</h1>
<p class="who">${escapeHtml(who)}</p>
<section aria-labelledby="places"><h2 id="places">Öppna</h2>
<ul class="places">${places().map(placeLink).join('')}</ul></section>
<section aria-labelledby="people"><h2 id="people">Bli någon annan</h2>
<form method="post" action="/bli"><ul class="people">${cast.map((someone) => personButton(someone, person)).join('')}</ul></form>
<p>Det gäller Värna i Teams och i SharePoint. Varje chatt har sin egen person. <a href="/_standin/signin?return=/">Visa alla i kommunen</a></p></section>
${outageSection(outage.isOn())}
<footer><p>Kommunen, personerna och allt som har hänt är påhittat. Ingenting lämnar din dator.</p></footer>
</main>`
  });
}

function outageSection(isOn: boolean): string {
  const words = isOn
    ? 'SharePoint svarar inte nu. Skicka en rapport i chatten: den sparas, och du får numret när SharePoint är tillbaka.'
    : 'Ta bort SharePoint en stund och se att inget du skickar går förlorat.';
  const button = isOn
    ? '<button name="sharepoint" value="tillbaka">Ge tillbaka SharePoint</button>'
    : '<button name="sharepoint" value="borta">Ta bort SharePoint</button>';
  return `<section class="outage" aria-labelledby="outage"><h2 id="outage">Prova ett avbrott</h2>
<form method="post" action="/avbrott"><p>${words}</p>${button}</form></section>`;
}

function placeLink({ name, url, what }: Place): string {
  return `<li><a href="${escapeHtml(url)}"><strong>${escapeHtml(name)}</strong><span>${escapeHtml(what)}</span></a></li>`;
}

function personButton(someone: ExamplePerson, current: DirectoryUser | undefined): string {
  const isCurrent = someone.id === current?.id ? ' aria-pressed="true"' : '';
  return `<li><button name="user" value="${escapeHtml(someone.id)}"${isCurrent}><strong>${escapeHtml(roleOf(someone))}</strong><span>${escapeHtml(someone.displayName)}</span></button></li>`;
}

function roleOf({ jobTitle = '', department = '' }: DirectoryUser): string {
  return department === 'Kommunledningsförvaltningen' ? jobTitle : `${jobTitle}, ${department}`;
}
