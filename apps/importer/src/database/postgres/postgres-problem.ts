import { DatabaseError } from '../database-error.ts';

/** What PostgreSQL's codes mean to whoever runs the importer. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const problems: Readonly<Record<string, string>> = {
  '0A000': 'the server, or a pooler before it, does not know what the importer needs',
  '22021': 'a text holds a character that PostgreSQL cannot keep',
  '22P05': 'a text holds a character that PostgreSQL cannot keep',
  '25006': 'is read-only, as a standby is; name the primary server',
  '28000':
    'the server refuses the connection: the user may not connect from here, or only with TLS (sslmode=verify-full in the address)',
  '28P01': 'the server refuses user or password',
  '3D000': 'the server has no such database; create it first',
  '3F000': 'has no such schema',
  '42501': 'access is denied; docs/importer.md has the rights that the importer needs, as SQL',
  '53100': 'the disk of the server is full',
  '53200': 'the server is out of memory',
  '53300': 'the server has no connection left; end other programs, or raise max_connections',
  '55P03': 'is locked by another program',
  '57014': 'the server ended a query, by statement_timeout or by hand',
  '57P03': 'the server is starting or stopping; run again',
  '58030': 'the disk of the server reports an error',
  XX001: 'the files of the server are damaged',
  XX002: 'an index on the server is damaged; REINDEX mends it',
};

/** By the first two characters, where the code is not above. */
const classes: Readonly<Record<string, string>> = {
  '08': 'the connection was lost; run again to continue',
  '57': 'the connection was lost, the server ended it; run again to continue',
  '40': 'another program was in the way; run again to continue',
  '23': 'a row was refused by a constraint',
  '53': 'the server has too little of something to go on',
};

/** Errors of the network, and of TLS. */
const networkProblems: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no server answers there; is it running, and are host and port right?',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
  ENOENT: 'there is no such socket, or a file that the address names is missing',
  EACCES: 'the socket, or a file that the address names, cannot be read',
  ETIMEDOUT: 'the connection was lost, the server does not answer; run again to continue',
  ECONNRESET: 'the connection was lost; run again to continue',
  EPIPE: 'the connection was lost; run again to continue',
};

const isTls = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)|SELF_SIGNED|HOSTNAME_MISMATCH/;

/** What `pg` says in words only. */
const words: readonly (readonly [RegExp, string])[] = [
  [
    /client password must be/,
    'the server wants a password; put it into the address, PGPASSWORD or ~/.pgpass',
  ],
  [
    /does not support SSL/,
    'the server does not speak TLS; sslmode=disable connects without, where that is safe',
  ],
  [/timeout/i, 'the server did not answer in time; connect_timeout=SECONDS in the address gives it more'],
  [/terminated|not queryable|closed/i, 'the connection was lost; run again to continue'],
];

/**
 * An error of `pg` in one line. What the server says itself stays out of it: it may quote values, and comes in the server's
 * language.
 */
export function explainPostgres(error: unknown, label: string, failed = ''): DatabaseError {
  if (error instanceof DatabaseError) return error;
  return new DatabaseError(label, failed + problemOf(error), { cause: error });
}

function problemOf(error: unknown): string {
  const { code, message = '' } = error as { readonly code?: string; readonly message?: string };
  if (code === undefined) {
    const [, said] = words.find(([pattern]) => pattern.test(message)) ?? [];
    return said ?? 'the connection failed';
  }
  if (isTls.test(code))
    return `the server's certificate is not trusted (${code}); name its authority by sslrootcert=FILE in the address`;
  return (
    problems[code] ?? networkProblems[code] ?? classes[code.slice(0, 2)] ?? `PostgreSQL reports error ${code}`
  );
}

/** Whether a connection can be used no further. */
export function isConnectionLost(error: unknown): boolean {
  const { code = '' } = ((error as Error).cause ?? error) as { readonly code?: string };
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P0)/.test(code);
}
