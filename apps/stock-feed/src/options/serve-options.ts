import { readDuration, UsageError } from '@erply-kit/command-line';
import { type Access, isLoopback } from '@erply-kit/command-line/server';

import { secretFileText } from './secret-file.ts';

/** Where the feed is served, and to whom. */
export const serveOptions = {
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8091' },
  'token-file': { type: 'string' },
  public: { type: 'boolean', default: false },
  'allow-host': { type: 'string', multiple: true, default: [] as string[] },
  'max-age': { type: 'string' },
} as const;

export const serveHelp = `\
  --host HOST            what to listen on                                             [default: 127.0.0.1]
  --port PORT            0 takes a free one                                            [default: 8091]
  --token-file FILE      readers send this token as Authorization: Bearer. Also STOCK_FEED_TOKEN
  --public               everybody who can reach it may read it; needed without a token unless only this
                         machine can
  --allow-host HOST      a name that a proxy on this machine passes on; repeat it for more
  --max-age TIME         above it /healthz answers 503                                 [default: 3 times --every]
`;

interface ServeValues {
  readonly host: string;
  readonly port: string;
  readonly 'token-file'?: string;
  readonly public: boolean;
  readonly 'allow-host': readonly string[];
  readonly 'max-age'?: string;
}

export interface ServeRequest {
  readonly host: string;
  readonly port: number;
  readonly tokenFile: string | undefined;
  readonly isPublic: boolean;
  readonly allowHosts: readonly string[];
  readonly maxAgeMs: number;
}

/** Reads them; throws `UsageError`. */
export function serveOf(values: ServeValues, everyMs: number): ServeRequest {
  const maxAge = values['max-age'];
  return {
    host: values.host,
    port: portOf(values.port),
    tokenFile: values['token-file'],
    isPublic: values.public,
    allowHosts: values['allow-host'].map(hostName),
    maxAgeMs: maxAge === undefined ? 3 * everyMs : readDuration('--max-age', maxAge),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text}: give a whole number from 0 to 65535`);
}

function hostName(text: string): string {
  if (/^[a-z\d.-]+$/i.test(text)) return text.toLowerCase();
  throw new UsageError('--allow-host takes a name such as feed.example, without a port');
}

/** A token that nobody guesses, and that goes into a header as it is. */
const leastLength = 16;

/**
 * The token that readers send, and who needs none.
 *
 * @throws UsageError where anybody in the network could read the feed and nobody has said that they may.
 */
export function accessOf(
  request: ServeRequest,
  cwd: string,
  variables: Readonly<Record<string, string | undefined>>,
): Access {
  const { host, isPublic, tokenFile, allowHosts } = request;
  const token = readToken(tokenFile, cwd, variables);
  if (token !== undefined && isPublic)
    throw new UsageError('a token and --public do not go together: leave out one of them');
  if (token === undefined && !isPublic && !isLoopback(host))
    throw new UsageError(
      `--host ${host} lets other machines read the feed: give --token-file FILE or STOCK_FEED_TOKEN, or --public`,
    );
  return { host, ...(token !== undefined && { token }), isPublic, allowHosts };
}

function readToken(
  file: string | undefined,
  cwd: string,
  variables: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const where = file ?? 'STOCK_FEED_TOKEN';
  const token =
    file === undefined ? variables.STOCK_FEED_TOKEN || undefined : secretFileText(file, cwd).trim();
  if (token === undefined || /^[\w.~+/=-]{16,1000}$/.test(token)) return token;
  throw new UsageError(
    `${where} needs a token of ${leastLength} letters, digits or -._~+/= or more: openssl rand -hex 32`,
  );
}
