// Opens an address in the person's own browser, with what the operating system has for it.
import { spawn } from 'node:child_process';

/** Whether it opened is not known: the address has to be told as well. */
export function openBrowser(address: string): void {
  const [program, ...words] = openerOf(process.platform);
  const child = spawn(program, [...words, address], { detached: true, stdio: 'ignore' });
  // A machine without browser, such as a server, has no such program.
  child.once('error', () => undefined);
  child.unref();
}

/** On Windows not through the command interpreter, to which `&` in an address means something. */
function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  return platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler'] : ['xdg-open'];
}
