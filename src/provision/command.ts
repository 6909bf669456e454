// The command `npm run provision` from its words to its exit code: as the application with its certificate, or as an administrator who signs in.
import { ResponseBodyError } from 'oauth4webapi';
import { permissionsInToken } from '../identity/token-permissions';
import { connectWithToken } from '../lists/connect';
import { isSharePointError, type SharePointError, type SharePointReason } from '../lists/sharepoint-error';
import { enter, type Entered } from './enter';
import { readOptions, usage, type OptionsReading } from './options';
import { missingInToken, missingInWords, permissionsInShort, permissionsInWords } from './permissions';
import type { Screen } from './progress';
import { provisionSite } from './provision-site';
import { StepFailure } from './step-failure';
import { stoppedInWords, unknownMemberInWords } from './step-words';

const exits = { asWanted: 0, failed: 1, toldWrongly: 2, driftLeft: 3, refused: 4 } as const;

/** What the command is given, and where it writes. */
export interface Terminal {
  /** The command line without the program. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: Screen;
  readonly err: Screen;
}

/** Gives the exit code: 0 as wanted, 1 failed, 2 told wrongly, 3 changes by hand were left, 4 something was refused. */
export async function provisionCommand(terminal: Terminal): Promise<number> {
  const reading = readOptions(terminal.words, terminal.environment);
  if (!reading.ok) return fail(terminal, exits.toldWrongly, [...reading.faults, '', usage].join('\n'));
  if ('tell' in reading) {
    print(terminal, reading.tell === 'usage' ? usage : permissionsInWords());
    return exits.asWanted;
  }
  try {
    return await run(reading.options, terminal);
  } catch (error) {
    return fail(terminal, exits.failed, failureOfEntra(error, reading.options.entrance) ?? String(error));
  }
}

type Options = Extract<OptionsReading, { options: unknown }>['options'];

async function run({ site, entrance, ...wishes }: Options, terminal: Terminal): Promise<number> {
  const say = (line: string): void => print(terminal, line);
  say(permissionsInShort(entrance.way));
  const entered = await enter(entrance, say);
  if (!entered.ok) return fail(terminal, exits.failed, entered.words);
  try {
    const sp = connectWithToken({ site, token: entered.token });
    const outcome = await provisionSite({ sp, ...wishes, print: say, screen: terminal.out });
    if (!outcome.permitted) return fail(terminal, exits.failed, `${missingInWords(outcome.missing)}\n\n${permissionsInWords()}`);
    if (outcome.plan.refusals.length > 0) return exits.refused;
    return outcome.plan.drift.length > 0 ? exits.driftLeft : exits.asWanted;
  } catch (error) {
    if (!isSharePointError(error)) throw error;
    return fail(
      terminal,
      exits.failed,
      [...wordsFor(error), error.message, ...(await advice(error.reason, entrance.way, entered))].join('\n')
    );
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

/** What went wrong and where, or who is not known when it was that. */
function wordsFor(error: SharePointError): string[] {
  if (!(error instanceof StepFailure)) return [words[error.reason]];
  const unknown = unknownMemberInWords(error);
  return unknown === undefined ? [words[error.reason], stoppedInWords(error)] : [unknown];
}

/** `undefined` for what is not Entra's. Node's `fetch` says no more when nobody answers; of SharePoint that is a `SharePointError`. */
function failureOfEntra(error: unknown, { way, ...entrance }: Options['entrance']): string | undefined {
  if (error instanceof ResponseBodyError) return refusalOfEntra(error);
  if (String(error) !== 'TypeError: fetch failed') return undefined;
  const { authority } = 'identity' in entrance ? entrance.identity : entrance.asking;
  return `Entra svarar inte på ${authority}. Kontrollera nätverket (proxy, brandvägg) och VARNA_AUTHORITY, och kör igen.`;
}

/** AADSTS500011: there is nothing at the address that a token is asked for (Microsoft, "Microsoft Entra authentication error codes"). */
function refusalOfEntra({ error, error_description: description = error }: ResponseBodyError): string {
  const advice = description.startsWith('AADSTS500011')
    ? 'Entra känner inte till någon SharePoint på den adressen. Kontrollera --site och tenant.'
    : 'Entra godtar inte legitimationen. Kontrollera tenant, klient-id och certifikat.';
  return `${advice}\n${description}`;
}

function print({ out }: Terminal, line: string): void {
  out.write(`${line}\n`);
}

function fail({ err }: Terminal, code: number, message: string): number {
  err.write(`${message}\n`);
  return code;
}
