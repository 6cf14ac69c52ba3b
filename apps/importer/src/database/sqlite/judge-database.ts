import { allTables } from '../../tables/all-tables.ts';
import { applicationId, schemaVersion } from '../schema.ts';

/** What a SQLite file says of itself. */
export interface DatabaseFacts {
  /** SQLite's `application_id`: 0 where no program has set it. */
  readonly applicationId: number;
  /** SQLite's `user_version`: that of the importer's schema, where the file is the importer's. */
  readonly version: number;
  readonly tables: readonly string[];
}

/** `empty` is one to make tables in, `older` one to migrate before it is written to, `ready` one that has all tables. */
export type Verdict = 'empty' | 'older' | 'ready' | { readonly problem: string };

const importAnew = 'name another file, and import into it anew';

/** Says whether the importer can use a file, as far as its header and the names of its tables tell. */
export function judgeDatabase(facts: DatabaseFacts, known = schemaVersion): Verdict {
  const { version, tables } = facts;
  const problem = strangerIn(facts);
  if (problem) return { problem };
  if (version > known)
    return {
      problem: `was written by a newer importer (schema ${version}; this one knows ${known}); use that one, or name another file`,
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

/** Says whose file it is, where it is not the importer's. */
export function strangerIn(facts: DatabaseFacts): string | undefined {
  return isImporters(facts) ? undefined : `${strangerOf(facts.tables)}; name another file`;
}

/** Files of versions that did not set the ID are known by their tables; of a file without any, nobody says otherwise. */
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
