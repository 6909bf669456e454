// The command `npm run provision`: makes a SharePoint site what the schema says, as the application with its certificate.
import { appToken } from '../identity/app-token';
import { connectWithToken } from '../lists/connect';
import { isSharePointError, type SharePointReason } from '../lists/sharepoint-error';
import { readOptions, usage } from './options';
import { provisionSite } from './provision-site';

/** 0 done, 1 something failed, 2 told wrongly. */
async function main(): Promise<number> {
  if (!process.versions.node.startsWith('22.')) return fail(1, `Värna körs under Node 22, inte ${process.versions.node}. Kör med npm.`);
  const reading = readOptions(process.argv.slice(2), process.env);
  if (!reading.ok) return fail(2, [...reading.faults, '', usage].join('\n'));
  const { site, identity, ...wishes } = reading.options;
  const sp = connectWithToken({ site, token: appToken(identity) });
  try {
    const { remarks } = await provisionSite({ sp, ...wishes, print: (line) => process.stdout.write(`${line}\n`) });
    return remarks.some(({ kind }) => kind === 'wrong-type') ? 1 : 0;
  } catch (error) {
    return fail(1, isSharePointError(error) ? `${words[error.reason]}\n${error.message}` : String(error));
  }
}

const words: Readonly<Record<SharePointReason, string>> = {
  'not-found': 'Webbplatsen eller något på den hittas inte. Kontrollera adressen.',
  forbidden: 'Appen får inte göra det här. Ge den rollen fullcontrol på webbplatsen (Sites.Selected).',
  'signed-out': 'SharePoint godtar inte appens legitimation. Kontrollera tenant, klient-id och certifikat.',
  throttled: 'SharePoint har för mycket att göra just nu. Kör igen om en stund; det som är gjort är gjort.',
  unavailable: 'SharePoint svarar inte. Kör igen om en stund; det som är gjort är gjort.',
  conflict: 'Någon annan ändrade samtidigt. Kör igen.',
  unexpected: 'SharePoint svarade något oväntat.'
};

function fail(code: number, message: string): number {
  process.stderr.write(`${message}\n`);
  return code;
}

void main().then((code) => {
  process.exitCode = code;
});
