// A process that holds SharePoint, Graph and Entra with the example municipality in them, for a service measured in another process.
import { openMunicipality } from '../../../src/local/municipality';
import { serveMeasurement } from './child-process';

const folder = process.env['BENCH_FOLDER'] ?? '';
const firstPort = Number(process.env['BENCH_PORT']);

async function main(): Promise<void> {
  const { settings, stop } = await openMunicipality({ folder, firstPort, fresh: true, chats: [], say: () => undefined });
  serveMeasurement(JSON.stringify(settings), stop);
}

void main();
