// The service as it is deployed, measured: its own HTTP door and its own state on disk; only the record answers at once.
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../../src/service/settings';
import { startService } from '../../../src/service/start-service';
import { serveMeasurement } from './child-process';
import { recordAtOnce } from './record-at-once';

/** What the municipality's own service has, but a port and a state of our own. */
function settings(): Settings {
  const given = JSON.parse(process.env['BENCH_SETTINGS'] ?? '') as Settings;
  const folder = mkdtempSync(path.join(process.env['BENCH_FOLDER'] ?? '', 'service-'));
  return { ...given, port: 0, keeping: { kind: 'file', path: path.join(folder, 'state.sqlite') } };
}

/** One person sends more in a second than anybody is let to in a minute. */
const boundless = { commands: 1e9, activities: 1e9, files: 1e9, refusals: 1e9 };

async function main(): Promise<void> {
  const service = await startService(settings(), { record: recordAtOnce(), limits: boundless, jobs: () => [] });
  serveMeasurement(`${service.url}/api/messages`, service.stop);
}

void main();
