// What stands in an exit package, in Swedish, for whoever opens it when Värna is gone: what each file is, what is missing, and how the log is checked.
import { swedishMoment } from '../domain/swedish-time';
import type { Taken } from './sheet';

/** `whole`; `no-right`: the person may not open it; `broken-off`: reading it failed after `rows` rows, which are in the package. */
export interface TakenList {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly outcome: 'whole' | 'no-right' | 'broken-off';
  readonly rows: number;
}

/** Why a file of an incident is not in the package. `altered` is in it, and has another fingerprint than the log says. */
export type FileFault = 'not-there' | 'altered' | 'too-much' | 'failed';

export interface MissingFile {
  readonly path: string;
  readonly fault: FileFault;
}

/** `entries`: of the log, in `chains`; `faulty` are the keys of those whose fingerprint is not over what they say, or that do not follow the one before. */
export interface TakenLog {
  readonly entries: number;
  readonly chains: number;
  readonly faulty: readonly string[];
}

export interface ExitPackage extends Taken {
  readonly lists: readonly TakenList[];
  readonly log: TakenLog;
  /** Numbers that stand in the log and in no list that could be read. */
  readonly unseen: readonly string[];
  readonly files: number;
  readonly missing: readonly MissingFile[];
  /** Why the incidents' files could not be looked for at all. */
  readonly filesUnread?: 'no-right' | 'failed';
}

/** Lines end as Windows ends them, since it is opened in whatever there is. */
export function exitReadme(made: ExitPackage): string {
  return [...head(made), ...listsIn(made), ...logIn(made), ...filesIn(made), ...missingFrom(made), ...formats].join('\r\n');
}

/** Every number and entry that the README tells of, a line each: after a large fault they are many. */
export function exitDeviations({ log, unseen }: ExitPackage): string {
  const lines = [
    ...log.faulty.map((key) => `Loggpost som inte stämmer: ${key}`),
    ...unseen.map((number) => `Står i loggen, men inte i någon lista: ${number}`)
  ];
  return `${(lines.length === 0 ? ['Inga avvikelser.'] : lines).join('\r\n')}\r\n`;
}

const mostNamed = 20;

function someOf(numbers: readonly string[]): string {
  const left = numbers.length - mostNamed;
  const named = numbers.slice(0, mostNamed).join(', ');
  return left > 0 ? `${named} och ${left} till, som står i avvikelser.txt` : named;
}

/** Whether anything at all is not in the package, or not as it should be. */
export function isExitWhole({ lists, log, unseen, missing, filesUnread }: ExitPackage): boolean {
  return (
    lists.every(({ outcome }) => outcome === 'whole') &&
    [log.faulty, unseen, missing].every(({ length }) => length === 0) &&
    filesUnread === undefined
  );
}

function head({ by, at }: ExitPackage): readonly string[] {
  return [
    'UTTRÄDESPAKET FRÅN VÄRNA',
    '',
    `Framtaget ${swedishMoment(at)} svensk tid av ${by.name} (${by.upn}), med den personens behörigheter.`,
    '',
    'Paketet innehåller det som Värna har sparat i SharePoint, i format som går att läsa utan Värna.',
    'Det kan innehålla uppgifter som omfattas av sekretess, bland annat om var kommunen är sårbar (18 kap. 8 § OSL).',
    'Förvara och skicka det därefter.',
    ''
  ];
}

function listsIn({ lists }: ExitPackage): readonly string[] {
  return [
    'LISTOR',
    '',
    'Varje lista finns som CSV, för kalkylprogram, och som JSON, för andra program. De säger samma sak.',
    '',
    ...lists
      .filter(({ outcome }) => outcome !== 'no-right')
      .flatMap(({ name, title, description, rows }) => [
        `listor/${name}.csv och listor/${name}.json`,
        `  ${title}: ${rows} rader. ${description}`,
        ''
      ])
  ];
}

function logIn({ log: { entries, chains, faulty } }: ExitPackage): readonly string[] {
  if (entries === 0) return [];
  return [
    'LOGGEN OCH DESS KEDJA',
    '',
    'logg/kedja.jsonl',
    `  En rad för varje post i loggen (${entries} poster i ${chains} kedjor), som JSON med "hash" och "text".`,
    '  "text" är precis den text som postens fingeravtryck är räknat på.',
    '',
    'Så kontrolleras kedjan:',
    '  1. Räkna SHA-256 på "text" som UTF-8. Resultatet, i hexadecimal form med små bokstäver, ska vara "hash".',
    '  2. "text" är själv JSON. Poster med samma "aggregate" är en kedja. Ordna dem efter "sequence": 1, 2, 3 och så vidare utan luckor.',
    '  3. "previousHash" ska vara "hash" hos posten före i kedjan, och 64 nollor hos den första.',
    '  4. Kedjan A-0001 är ankaret: varje dygn har den skrivit ner hur varje annan kedja slutade. "heads" i "state" är rader på formen',
    '     nummer:sekvens tid fingeravtryck. Finns inte den posten i kedjan har någon tagit bort slutet av den.',
    'Den som ändrar, tar bort eller lägger till en post kan inte få alla fyra att stämma.',
    '"state" är hela tillståndet efter händelsen, så den sista posten i en kedja räcker för att återskapa det den handlar om.',
    '',
    faulty.length === 0
      ? 'Punkt 1 till 3 kontrollerades när paketet togs fram, och stämde för alla poster.'
      : `När paketet togs fram stämde punkt 1 till 3 inte för de här posterna: ${someOf(faulty)}.`,
    ''
  ];
}

function filesIn({ files }: ExitPackage): readonly string[] {
  return [
    'FILER',
    '',
    'filer/<incidentens nummer>/<filens namn>',
    `  Filer som hör till incidenter, även särskilda rapporter som har sparats i ärendet: ${files} filer.`,
    '  Filernas fingeravtryck (SHA-256) står i incidentens tillstånd i loggen.',
    ''
  ];
}

const faultWords: Readonly<Record<FileFault, string>> = {
  'not-there': 'står i loggen men finns inte längre, eller får inte läsas',
  altered: 'finns med, men har ett annat fingeravtryck än loggen säger',
  'too-much': 'fick inte plats i paketet; hämta den på ärendets sida',
  failed: 'gick inte att läsa'
};

function missingFrom(made: ExitPackage): readonly string[] {
  const lists = made.lists.flatMap(({ title, outcome, rows }) => {
    if (outcome === 'whole') return [];
    return outcome === 'no-right'
      ? [`  Listan ${title}: den som tog fram paketet får inte läsa den.`]
      : [`  Listan ${title}: läsningen avbröts av ett fel efter ${rows} rader. Resten saknas.`];
  });
  const unread = made.filesUnread === undefined ? [] : ['  Incidenternas filer: det gick inte att läsa vilka som finns.'];
  const files = made.missing.map(({ path, fault }) => `  ${path}: ${faultWords[fault]}.`);
  const unseen = made.unseen.length === 0 ? [] : [`  Står i loggen men gick inte att läsa i någon lista: ${someOf(made.unseen)}.`];
  const log = made.log.entries === 0 ? ['  Loggen: inga poster kunde läsas, så det går inte att se om något annat saknas.'] : [];
  const said = [...lists, ...log, ...unread, ...files, ...unseen];
  return ['DET HÄR SAKNAS', '', ...(said.length === 0 ? ['  Inget. Allt som paketet ska innehålla gick att läsa.'] : said), ''];
}

const formats = [
  'FORMAT',
  '',
  '  CSV: UTF-8 med märke, semikolon mellan kolumnerna, rubriker på första raden. En text som börjar med =, +, - eller @ har fått',
  '  en apostrof framför sig, så att inget kalkylprogram räknar på den.',
  '  JSON: UTF-8, en lista med en rad för varje rad i listan. Namnen är listans interna kolumnnamn.',
  '  Tider utan annan uppgift är UTC. Personer är id i Entra; namnen så som de var står i kolumnen Personer.',
  ''
];
