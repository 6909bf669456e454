// Lists far longer than SharePoint looks through, made quickly: a row that was written as always is copied in the stand-in's database.
import type { Cells } from '../../src/lists/cells';
import type { ListDefinition } from '../../src/schema/list';
import { openChangeLog } from '../../src/standin/store/change-log';
import { all, one, openDatabase, run, type Connection } from '../../src/standin/store/database';

export interface Copies {
  readonly list: Pick<ListDefinition, 'title'>;
  readonly count: number;
  /** SQL for what differs between the copies, by column; `n` is the row's number. */
  readonly differing: Readonly<Record<string, string>>;
  /** They have no readers of their own whatever the first row has, as rows whose writing broke off before that. */
  readonly inheriting?: true;
}

/** Copies the first row of each list until there are `count`, each with readers of its own if the first has them. The file must not be in use. */
export function copyRows(file: string, copies: readonly Copies[]): void {
  const database = openToWrite(file);
  database.transaction(() => copies.forEach((wanted) => copyIn(database, wanted)))();
  database.close();
}

function copyIn(database: Connection, { list, count, differing, inheriting }: Copies): void {
  const { id } = one<{ id: number }>(database, 'SELECT id FROM list WHERE title = ?', [list.title]) ?? { id: 0 };
  const table = `item_${id}`;
  const columns = all<{ name: string }>(database, `SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name);
  const own: Record<string, string> = {
    id: 'n',
    guid: "printf('00000000-0000-4000-8000-%012d', n)",
    leaf_name: "n || '_.000'",
    file_ref: "t.dir_name || '/' || n || '_.000'",
    modified: "strftime('%Y-%m-%dT%H:%M:%SZ', '2026-01-01', '+' || n || ' minutes')",
    scope_id: inheriting === true ? 'NULL' : 'CASE WHEN t.scope_id IS NULL THEN NULL ELSE (SELECT max(id) FROM scope) + n END'
  };
  for (const [column, sql] of Object.entries(differing)) own[`f_${column}`] = sql;
  const values = columns.map((name) => own[name] ?? `t."${name}"`);
  run(
    database,
    `WITH RECURSIVE numbers(n) AS (SELECT max(id) + 1 FROM ${table} UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
     INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM numbers, ${table} t WHERE t.id = (SELECT min(id) FROM ${table})`,
    []
  );
  run(database, 'UPDATE list SET next_item_id = ?, item_count = ? WHERE id = ?', [count + 1, count, id]);
  copyReaders(database, table);
}

/** Fills the copies' sets of role assignments, which are not there yet, as the first row's is filled. */
function copyReaders(database: Connection, table: string): void {
  const first = `(SELECT scope_id FROM ${table} ORDER BY id LIMIT 1)`;
  run(database, `INSERT INTO scope (id) SELECT scope_id FROM ${table} WHERE scope_id NOT IN (SELECT id FROM scope)`);
  run(
    database,
    `INSERT INTO role_assignment (scope_id, principal_id, role_id)
     SELECT i.scope_id, a.principal_id, a.role_id FROM role_assignment a, ${table} i WHERE a.scope_id = ${first} AND i.scope_id > ${first}`
  );
}

/** Writes cells over those of the rows numbered from 1 to `count`, as they would come to stand. The file must not be in use. */
export function writeCells(file: string, list: Pick<ListDefinition, 'title'>, count: number, cellsOf: (n: number) => Cells): void {
  const database = openToWrite(file);
  const { id } = one<{ id: number }>(database, 'SELECT id FROM list WHERE title = ?', [list.title]) ?? { id: 0 };
  const write = (n: number): void => {
    const cells = Object.entries(cellsOf(n));
    const columns = cells.map(([column]) => `"f_${column}" = ?`).join(', ');
    run(database, `UPDATE item_${id} SET ${columns} WHERE id = ?`, [...cells.map(([, cell]) => cell as string | number | null), n]);
  };
  database.transaction(() => Array.from({ length: count }, (_, index) => write(index + 1)))();
  database.close();
}

function openToWrite(file: string): Connection {
  const database = openDatabase(file);
  openChangeLog(database, () => new Date('2026-11-23T14:40:00Z'));
  return database;
}
