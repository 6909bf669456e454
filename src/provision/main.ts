// The command `npm run provision`: makes a SharePoint site what the schema says, as the application with its certificate or as an administrator.
import { ResponseBodyError } from 'oauth4webapi';
import { permissionsInToken } from '../identity/token-permissions';
import { connectWithToken } from '../lists/connect';
import { isSharePointError, type SharePointReason } from '../lists/sharepoint-error';
import { enter, type Entered } from './enter';
import { readOptions, usage, type OptionsReading } from './options';
import { missingInToken, missingInWords, permissionsInShort, permissionsInWords } from './permissions';
import { provisionSite } from './provision-site';

const exits = { asWanted: 0, failed: 1, toldWrongly: 2, driftLeft: 3, refused: 4 } as const;

async function main(): Promise<number> {
  if (!process.versions.node.startsWith('22.'))
    return fail(exits.failed, `Värna körs under Node 22, inte ${process.versions.node}. Kör med npm.`);
  const reading = readOptions(process.argv.slice(2), process.env);
  if (!reading.ok) return fail(exits.toldWrongly, [...reading.faults, '', usage].join('\n'));
  if ('tell' in reading) return tell(reading.tell === 'usage' ? usage : permissionsInWords());
  try {
    return await run(reading.options);
  } catch (error) {
    return fail(exits.failed, error instanceof ResponseBodyError ? entraInWords(error) : String(error));
  }
}

type Options = Extract<OptionsReading, { options: unknown }>['options'];

async function run({ site, entrance, ...wishes }: Options): Promise<number> {
  print(permissionsInShort(entrance.way));
  const entered = await enter(entrance, print);
  if (!entered.ok) return fail(exits.failed, entered.words);
  try {
    const sp = connectWithToken({ site, token: entered.token });
    const outcome = await provisionSite({ sp, ...wishes, print, screen: process.stdout });
    if (!outcome.permitted) return fail(exits.failed, `${missingInWords(outcome.missing)}\n\n${permissionsInWords()}`);
    if (outcome.plan.refusals.length > 0) return exits.refused;
    return outcome.plan.drift.length > 0 ? exits.driftLeft : exits.asWanted;
  } catch (error) {
    if (!isSharePointError(error)) throw error;
    return fail(exits.failed, [words[error.reason], error.message, ...(await advice(error.reason, entrance.way, entered))].join('\n'));
  }
}

const words: Readonly<Record<SharePointReason, string>> = {
  'not-found': 'Webbplatsen eller något på den hittas inte. Kontrollera adressen.',
  forbidden: 'SharePoint tillåter inte det här.',
  'signed-out': 'SharePoint godtar inte legitimationen. Kontrollera tenant, klient-id och certifikat.',
  throttled: 'SharePoint har för mycket att göra just nu. Kör igen om en stund; det som är gjort är gjort.',
  unavailable: 'SharePoint svarar inte. Kör igen om en stund; det som är gjort är gjort.',
  conflict: 'Någon annan ändrade samtidigt. Kör igen.',
  unexpected: 'SharePoint svarade något oväntat.'
};

/** What the token lacks when that is why, and else everything that is needed. */
async function advice(
  reason: SharePointReason,
  way: Options['entrance']['way'],
  { token }: Extract<Entered, { ok: true }>
): Promise<string[]> {
  if (reason !== 'forbidden' && reason !== 'signed-out') return [];
  const missing = missingInToken(way, permissionsInToken(await token()));
  return [missing ?? 'Behörigheten i Entra finns; det som saknas är rätten på webbplatsen.', '', permissionsInWords()];
}

function entraInWords({ error, error_description: description = error }: ResponseBodyError): string {
  return `Entra godtar inte legitimationen. Kontrollera tenant, klient-id och certifikat.\n${description}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(text: string): number {
  print(text);
  return exits.asWanted;
}

function fail(code: number, message: string): number {
  process.stderr.write(`${message}\n`);
  return code;
}

void main().then((code) => {
  process.exitCode = code;
});
