// The addresses of the local municipality, as the start page and the terminal list them.
import { people } from './example/people';
import type { Place } from './front-page';
import { site } from './identity';
import type { Chat } from './playground';

export function placesOf(origin: string, chats: readonly Chat[]): Place[] {
  return [
    ...chats.map(({ person, url }) => ({
      name: `Chatt som ${chatNames.get(person.id) ?? person.displayName}`,
      url,
      what: `${person.displayName}. Skriv "rapportera incident".`
    })),
    { name: 'Värna i Teams', url: `${origin}/teams`, what: 'Fliken som den ser ut i Teams.' },
    { name: 'Värna i SharePoint', url: `${origin}${site.path}/SitePages/Varna.aspx`, what: 'Samma flik som en sida på webbplatsen.' },
    {
      name: 'Listan Klassningar',
      url: `${origin}${site.path}/Lists/Klassningar/AllItems.aspx`,
      what: 'Markera en rad och välj Besluta eller Återsänd.'
    },
    {
      name: 'Listan Informationstillgångar',
      url: `${origin}${site.path}/Lists/Informationstillgangar/AllItems.aspx`,
      what: 'Registret i SharePoint.'
    },
    { name: 'Listan Incidenter', url: `${origin}${site.path}/Lists/Incidenter/AllItems.aspx`, what: 'Det du får se beror på vem du är.' },
    {
      name: 'Händelseloggen',
      url: `${origin}${site.path}/Lists/Handelselogg/AllItems.aspx`,
      what: 'Läses av informationssäkerhetsansvarig.'
    }
  ];
}

const chatNames = new Map<string, string>([
  [people.employee.id, 'medarbetare'],
  [people.manager.id, 'chef'],
  [people.it.id, 'IT']
]);
