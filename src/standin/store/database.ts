// The one SQLite connection: opening it, its tables, and statements prepared once.
import Database from 'better-sqlite3';
import { fold } from '../odata/evaluate';

export type Connection = Database.Database;
export type Parameter = string | number | null;

/** A file kept by a stand-in whose tables were others. Nothing in it was touched. */
export class OtherLayoutError extends Error {
  constructor(file: string) {
    super(
      `The file ${file} was made by another version of the stand-in, which kept things in other tables. Give a new file, or remove this one.`
    );
    this.name = 'OtherLayoutError';
  }
}

/** To be moved on whenever a table changes so that an older file no longer fits. */
const layout = 2;

/**
 * Opens (or makes) the file with SharePoint's tables. `fold` is known to SQL, where indexes and comparisons ignore case.
 * Throws `OtherLayoutError` for a file of another version.
 */
export function openDatabase(file: string): Connection {
  const database = new Database(file);
  if (hasOtherLayout(database)) {
    database.close();
    throw new OtherLayoutError(file);
  }
  database.pragma(`user_version = ${layout}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  database.function('fold', { deterministic: true }, (value: unknown) => (typeof value === 'string' ? fold(value) : value));
  database.exec(tables);
  return database;
}

function hasOtherLayout(database: Connection): boolean {
  const { tables: count } = database.prepare<[], { readonly tables: number }>('SELECT count(*) AS tables FROM sqlite_master').get() ?? {
    tables: 0
  };
  return count > 0 && database.pragma('user_version', { simple: true }) !== layout;
}

/** What is in the columns is the query's to know: rows come from tables only this folder writes. */
type Statement<R> = Database.Statement<(Parameter | Buffer)[], R>;

export function all<R>(database: Connection, sql: string, parameters: readonly Parameter[] = []): R[] {
  const statement: Statement<R> = prepared(database, sql);
  return statement.all(...parameters);
}

export function one<R>(database: Connection, sql: string, parameters: readonly Parameter[] = []): ReturnType<Statement<R>['get']> {
  const statement: Statement<R> = prepared(database, sql);
  return statement.get(...parameters);
}

/** Bytes may be written too, for the content of files. */
export function run(database: Connection, sql: string, parameters: readonly (Parameter | Buffer)[] = []): Database.RunResult {
  return prepared(database, sql).run(...parameters);
}

const statements = new WeakMap<Connection, Map<string, Statement<unknown>>>();

function prepared<R>(database: Connection, sql: string): Statement<R> {
  const known = statements.get(database) ?? new Map<string, Statement<unknown>>();
  statements.set(database, known);
  const statement = known.get(sql) ?? database.prepare<(Parameter | Buffer)[]>(sql);
  known.set(sql, statement);
  return statement as Statement<R>;
}

const tables = `
  CREATE TABLE IF NOT EXISTS scope (id INTEGER PRIMARY KEY AUTOINCREMENT);
  CREATE TABLE IF NOT EXISTS role_assignment (
    scope_id INTEGER NOT NULL REFERENCES scope (id) ON DELETE CASCADE,
    principal_id INTEGER NOT NULL REFERENCES principal (id) ON DELETE CASCADE,
    role_id INTEGER NOT NULL,
    PRIMARY KEY (scope_id, principal_id, role_id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS site (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE COLLATE NOCASE,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    site_guid TEXT NOT NULL,
    web_guid TEXT NOT NULL,
    created TEXT NOT NULL,
    scope_id INTEGER NOT NULL REFERENCES scope (id)
  );
  CREATE TABLE IF NOT EXISTS principal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL REFERENCES site (id),
    kind TEXT NOT NULL,
    login_name TEXT NOT NULL COLLATE NOCASE,
    title TEXT NOT NULL,
    email TEXT NOT NULL COLLATE NOCASE,
    object_id TEXT,
    is_site_admin INTEGER NOT NULL,
    settings TEXT NOT NULL,
    UNIQUE (site_id, login_name)
  );
  CREATE TABLE IF NOT EXISTS membership (
    group_id INTEGER NOT NULL REFERENCES principal (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES principal (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, member_id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS list (
    id INTEGER PRIMARY KEY,
    site_id INTEGER NOT NULL REFERENCES site (id),
    guid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    folder TEXT NOT NULL COLLATE NOCASE,
    base_template INTEGER NOT NULL,
    created TEXT NOT NULL,
    item_modified TEXT NOT NULL,
    item_deleted TEXT NOT NULL,
    settings TEXT NOT NULL,
    scope_id INTEGER REFERENCES scope (id),
    next_item_id INTEGER NOT NULL,
    item_count INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (site_id, folder)
  );
  CREATE TABLE IF NOT EXISTS field (
    list_id INTEGER NOT NULL REFERENCES list (id),
    position INTEGER NOT NULL,
    guid TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    type TEXT NOT NULL,
    built_in INTEGER NOT NULL,
    settings TEXT NOT NULL,
    PRIMARY KEY (list_id, name),
    UNIQUE (list_id, guid)
  );
  CREATE TABLE IF NOT EXISTS list_view (
    list_id INTEGER NOT NULL REFERENCES list (id),
    position INTEGER NOT NULL,
    guid TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    page TEXT NOT NULL,
    columns TEXT NOT NULL,
    settings TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS custom_action (
    guid TEXT NOT NULL PRIMARY KEY,
    site_id INTEGER NOT NULL REFERENCES site (id),
    list_id INTEGER REFERENCES list (id),
    settings TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS item_version (
    list_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    major INTEGER NOT NULL,
    created TEXT NOT NULL,
    editor INTEGER NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (list_id, item_id, major)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS recycled (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL UNIQUE,
    site_id INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    kind TEXT NOT NULL,
    list_id INTEGER NOT NULL,
    item_id INTEGER,
    title TEXT NOT NULL,
    leaf_name TEXT NOT NULL,
    dir_name TEXT NOT NULL,
    size INTEGER NOT NULL,
    author INTEGER NOT NULL,
    deleted TEXT NOT NULL,
    deleted_by INTEGER NOT NULL,
    payload TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    recycled INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS attachment_of_item ON attachment (list_id, item_id);
  CREATE TABLE IF NOT EXISTS digest_key (id INTEGER PRIMARY KEY CHECK (id = 1), key TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS subsite (
    site_id INTEGER PRIMARY KEY REFERENCES site (id),
    collection_id INTEGER NOT NULL REFERENCES site (id),
    parent_id INTEGER NOT NULL REFERENCES site (id),
    inherits INTEGER NOT NULL,
    deleted TEXT
  );
  CREATE VIEW IF NOT EXISTS site_collection (site_id, id) AS
    SELECT s.id, coalesce(b.collection_id, s.id) FROM site s LEFT JOIN subsite b ON b.site_id = s.id;
  CREATE TABLE IF NOT EXISTS site_settings (site_id INTEGER PRIMARY KEY REFERENCES site (id), settings TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS permission_level (
    collection_id INTEGER NOT NULL REFERENCES site (id),
    id INTEGER NOT NULL,
    settings TEXT NOT NULL,
    PRIMARY KEY (collection_id, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS site_field (
    site_id INTEGER NOT NULL REFERENCES site (id),
    position INTEGER NOT NULL,
    guid TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    type TEXT NOT NULL,
    settings TEXT NOT NULL,
    PRIMARY KEY (site_id, name)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS content_type (
    site_id INTEGER NOT NULL REFERENCES site (id),
    list_id INTEGER NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    settings TEXT NOT NULL,
    links TEXT NOT NULL,
    PRIMARY KEY (list_id, site_id, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS deleted_list (list_id INTEGER PRIMARY KEY, folder TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS subscription (
    guid TEXT NOT NULL PRIMARY KEY,
    list_guid TEXT NOT NULL REFERENCES list (guid) ON DELETE CASCADE,
    client_state TEXT,
    notification_url TEXT NOT NULL,
    expires TEXT NOT NULL,
    notified INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS content (id INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS upload (guid TEXT NOT NULL PRIMARY KEY, file_guid TEXT NOT NULL, user_id INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS upload_piece (number INTEGER PRIMARY KEY AUTOINCREMENT, upload_guid TEXT NOT NULL, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS site_folder (
    guid TEXT NOT NULL PRIMARY KEY,
    site_id INTEGER NOT NULL REFERENCES site (id),
    path TEXT NOT NULL,
    dir TEXT NOT NULL,
    created TEXT NOT NULL,
    UNIQUE (site_id, path)
  );`;
