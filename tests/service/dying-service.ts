// A process that takes in a report while SharePoint is silent, says so, and waits to be killed. Arguments: the state's file, the report as JSON.
import { openCommands } from '../../src/service/commands';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import { actorOf } from '../../src/service/actors';
import { usualPace } from '../../src/service/pace';
import { people } from '../workflows/memory-context';
import { silentLog, switchableRecord } from './running-service';

const [, , statePath = '', input = ''] = process.argv;
const record = switchableRecord();
record.setReach('silent');
const commands = openCommands({
  context: record.context,
  actorOf: (objectId) => {
    process.stdout.write('in hand\n');
    return actorOf(record.context.directory, objectId);
  },
  inbox: openSqliteState(statePath).inbox,
  now: () => new Date(),
  pace: { ...usualPace, answerWithin: 60_000, takeUpAfter: 1_000 },
  log: silentLog,
  alsoTold: () => Promise.resolve([]),
  settled: () => undefined,
  postponed: () => undefined
});
void commands['report-incident'].carryOut({
  command: '6f1d5b9e-0c55-4a52-9b56-0d3a4a1f7c11',
  actor: people.employee.id,
  input: JSON.parse(input) as unknown
});
