import { allTables } from '../tables/all-tables.ts';
import { applicationId, schemaVersion } from './schema.ts';

/** What a file of SQLite, or a schema of PostgreSQL, says of itself. */
export interface DatabaseFacts {
  /** What it is, for messages. @default 'file' */
  readonly place?: 'file' | 'schema';
  /** SQLite's `application_id`: 0 where no program has set it. */
  readonly applicationId: number;
  /** That of the importer's tables, where they are the importer's; SQLite's `user_version`. */
  readonly version: number;
  readonly tables: readonly string[];
}

/** `empty` is one to make tables in, `older` one to migrate before it is written to, `ready` one that has all tables. */
export type Usable = 'empty' | 'older' | 'ready';

/** Says whether the importer can use it, as far as its version and the names of its tables tell. */
export function judgeDatabase(
  facts: DatabaseFacts,
  known = schemaVersion,
): Usable | { readonly problem: string } {
  const { version, tables, place = 'file' } = facts;
  const importAnew = `name another ${place}, and import into it anew`;
  const problem = strangerIn(facts);
  if (problem) return { problem };
  if (version > known)
    return {
      problem: `was written by a newer importer (schema ${version}; this one knows ${known}); use that one, or name another ${place}`,
    };
  if (version === 0 && tables.length === 0) return 'empty';
  if (version < 1)
    return {
      problem: `is damaged, its schema has the version ${version}, which no importer writes; ${importAnew}`,
    };
  const missing = allTables.find(({ name, since }) => since <= version && !tables.includes(name));
  if (missing) return { problem: `is damaged, it has no table ${missing.name}; ${importAnew}` };
  return version < known ? 'older' : 'ready';
}

/** Says whose it is, where it is not the importer's. */
export function strangerIn(facts: DatabaseFacts): string | undefined {
  return isImporters(facts)
    ? undefined
    : `${strangerOf(facts.tables)}; name another ${facts.place ?? 'file'}`;
}

/** Without an ID, it is known by its tables; of one without any, nobody says otherwise. */
function isImporters({ applicationId: id, tables }: DatabaseFacts): boolean {
  if (id !== 0) return id === applicationId;
  return tables.length === 0 || (tables.includes('sync_state') && tables.includes('dead_letters'));
}

function strangerOf([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'belongs to another program';
  // A name from outside: whatever is in it, the message stays one line.
  const name = first.replace(/[^\w .-]/g, '?').slice(0, 40);
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `belongs to another program, it has the table ${name}${more}`;
}
