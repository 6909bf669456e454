// All that an Azure Storage table holds, read kind by kind in an order that keeps it consistent while others write.
import type { Contents } from '../service-state';
import { ConversationRecord, LanguageRecord, ShownCardRecord, type StateRecord } from '../state-record';
import { CommandRow, dueOf, NoticeRow } from './inbox';
import { keys } from './keys';
import { mostWrites, type Rows, type Write } from './rows';
import { JobRow } from './schedule';

export function contentsIn(rows: Rows): Contents {
  return {
    /** Commands before notices: what is read as settled put its notices earlier, so they are there to be read. */
    all: async () => [
      ...(await valuesOf(rows, 'command:', CommandRow)),
      ...(await valuesOf(rows, 'notice:', NoticeRow)),
      ...(await valuesOf(rows, 'conversation:', ConversationRecord)),
      ...(await valuesOf(rows, 'language:', LanguageRecord)),
      ...(await valuesOf(rows, 'shown:', ShownCardRecord)),
      ...(await valuesOf(rows, 'job:', JobRow)).flatMap(({ job, done }) =>
        done === undefined ? [] : [{ kind: 'job' as const, job, due: done.due, doneAt: done.at }]
      )
    ],
    add: async (records) => {
      let batch: Write[] = [];
      for (const writes of records.map(writesOf)) {
        if (batch.length + writes.length > mostTogether) batch = await written(rows, batch);
        batch.push(...writes);
      }
      await written(rows, batch);
    }
  };
}

/** A transaction takes 4 MB, and a command's row at most one. */
const mostTogether = mostWrites / 5;

async function written(rows: Rows, batch: readonly Write[]): Promise<Write[]> {
  if (batch.length > 0 && (await rows.write(batch)) === 'in-the-way')
    throw new Error('The state already holds some of what was to be added.');
  return [];
}

async function valuesOf<V>(rows: Rows, prefix: string, schema: Parameters<typeof rows.list<V>>[1]): Promise<V[]> {
  const values: V[] = [];
  for await (const { value } of rows.list(prefix, schema)) values.push(value);
  return values;
}

function writesOf(record: StateRecord): readonly Write[] {
  switch (record.kind) {
    case 'waiting-command':
      return [
        { kind: 'create', key: keys.command(record.command), value: record },
        { kind: 'create', key: keys.due(record), value: dueOf(record) }
      ];
    case 'settled-command':
      return [{ kind: 'create', key: keys.command(record.command), value: record }];
    case 'unsent-notice':
      return [
        { kind: 'create', key: keys.notice(record.id), value: record },
        { kind: 'create', key: keys.unsent(record), value: { id: record.id, person: record.notice.to } }
      ];
    case 'sent-notice':
      return [{ kind: 'create', key: keys.notice(record.id), value: record }];
    case 'conversation':
      return [{ kind: 'create', key: keys.conversation(record.personId), value: record }];
    case 'language':
      return [{ kind: 'create', key: keys.language(record.person), value: record }];
    case 'shown-card':
      return [{ kind: 'create', key: keys.shownCard(record), value: record }];
    case 'job':
      return [{ kind: 'put', key: keys.job(record.job), value: { job: record.job, done: { due: record.due, at: record.doneAt } } }];
  }
}
