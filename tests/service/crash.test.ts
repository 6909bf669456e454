// The service dies in the middle of a report: another one finds it on disk, registers it once and tells the reporter.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { people } from '../workflows/memory-context';
import { eventually, report, reportInput, runService } from './running-service';

const folder = mkdtempSync(path.join(tmpdir(), 'varna-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a report that was taken in by a process that was killed is not lost', async () => {
  const statePath = path.join(folder, 'state.sqlite');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'dying-service.ts'), statePath, JSON.stringify(reportInput)],
    {
      stdio: ['ignore', 'pipe', 'inherit']
    }
  );
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('in hand\n');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const running = await runService({ statePath });
  for (const person of Object.values(people)) await running.chat.hello(person);
  await eventually(() =>
    expect(running.chat.sent.map(({ kind, to }) => `${kind} ${to}`)).toContain(`incident-registered ${people.employee.id}`)
  );
  expect(running.record.memory.entries.map(({ state }) => state)).toMatchObject([{ report, reporter: people.employee }]);
  await running.stop();
});
