import { UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';

/** A schema in a database of PostgreSQL. */
export interface PostgresAddress {
  readonly kind: 'postgres';
  /** For messages: without user and password. */
  readonly label: string;
  /** What `pg` connects with. Holds the password: never in a message. */
  readonly connectionString: string;
  readonly connectTimeoutMs: number;
  /** The schema that holds the importer's tables. */
  readonly schema: string;
  /**
   * How two importers of one account are kept apart: by a lock that ends with its connection, or by a row that is
   * renewed. Without it, the lock, and the row where something between shares connections.
   */
  readonly lock?: AccountLocking;
}

export type AccountLocking = 'session' | 'lease';

const defaultSchema = 'erply';
const defaultConnectTimeoutSeconds = 10;

/** What stands behind the `?` and goes on to `pg`. */
const passedOn = [
  ...['host', 'port', 'user', 'password', 'application_name', 'options', 'sslnegotiation'],
  ...['sslmode', 'sslcert', 'sslkey', 'sslrootcert', 'uselibpqcompat', 'channel_binding'],
];
/** What is read here. */
const ours = ['schema', 'lock', 'connect_timeout', 'pgbouncer'];

/** Reads `postgres://USER:PASSWORD@HOST:PORT/DATABASE?schema=SCHEMA`. @throws UsageError, without any part of it. */
export function postgresAddress(text: string): PostgresAddress {
  const url = URL.parse(text);
  // A character that ends the password early makes the rest of it part of the path, which is shown.
  if (url?.hash !== '' || `${url.pathname}${url.search}`.includes('@'))
    throw new UsageError(
      'the database address is not understood; in user and password, write @ : / ? # % as %40 %3A %2F %3F %23 %25',
    );
  const { searchParams: given } = url;
  const known = [...passedOn, ...ours];
  const stray = [...given.keys()].find((name) => !known.includes(name));
  if (stray !== undefined)
    throw new UsageError(`the database address has an option that is not known${didYouMean(stray, known)}`);
  const schema = given.get('schema') ?? defaultSchema;
  if (!/^(?!pg_|information_schema$)[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new UsageError(
      'schema= in the database address takes small letters, digits and _, and no name of PostgreSQL itself',
    );
  const lock = readLock(given);
  return {
    kind: 'postgres',
    label: labelOf(url, schema),
    connectionString: connectionStringOf(url),
    connectTimeoutMs: 1000 * readTimeout(given.get('connect_timeout')),
    schema,
    ...(lock && { lock }),
  };
}

function readLock(given: URLSearchParams): AccountLocking | undefined {
  const lock = given.get('lock') ?? (given.get('pgbouncer') === 'true' ? 'lease' : undefined);
  if (lock === undefined || lock === 'session' || lock === 'lease') return lock;
  throw new UsageError('lock= in the database address is session or lease');
}

function readTimeout(text: string | null): number {
  const seconds = text === null ? defaultConnectTimeoutSeconds : Number(text);
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= 3600) return seconds;
  throw new UsageError('connect_timeout= in the database address takes seconds, from 1 to 3600');
}

function labelOf(url: URL, schema: string): string {
  const host = url.host || url.searchParams.get('host') || '';
  return `postgres://${host}${url.pathname}?schema=${schema}`;
}

/** `pg` checks the server's certificate in all of these modes, and prints a warning of its own that it does. */
const checkedModes = ['prefer', 'require', 'verify-ca'];

function connectionStringOf(url: URL): string {
  const passed = new URL(url);
  for (const name of [...ours, 'channel_binding']) passed.searchParams.delete(name);
  const mode = passed.searchParams.get('sslmode') ?? '';
  if (checkedModes.includes(mode) && !passed.searchParams.has('uselibpqcompat'))
    passed.searchParams.set('sslmode', 'verify-full');
  return passed.href;
}
