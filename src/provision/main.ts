// The command `npm run provision`: makes a SharePoint site what the schema says.
import { provisionCommand } from './command';

async function main(): Promise<number> {
  if (!process.versions.node.startsWith('22.')) {
    process.stderr.write(`Värna körs under Node 22, inte ${process.versions.node}. Kör med npm.\n`);
    return 1;
  }
  return provisionCommand({ words: process.argv.slice(2), environment: process.env, out: process.stdout, err: process.stderr });
}

void main().then((code) => {
  process.exitCode = code;
});
