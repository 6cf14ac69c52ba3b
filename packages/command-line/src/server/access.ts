import { createHash, timingSafeEqual } from 'node:crypto';

import { UsageError } from '../usage-error.ts';
import { isLoopback } from './is-loopback.ts';

/** Who may read what a server of ours has. */
export interface Access {
  /** What the server listens on. */
  readonly host: string;
  /** Who sends it may read. */
  readonly token?: string;
  /** Everybody may, by whatever name they call the server. @default false */
  readonly isPublic?: boolean;
  /** Names that a proxy on this machine passes on in the Host header. @default none */
  readonly allowHosts?: readonly string[];
}

/** Why a request gets nothing. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
  /** What a browser then asks for: a name that does not matter, and the token as the password. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Off loopback, somebody has to say who may read. @throws UsageError */
export function requireAccess({ host, token, isPublic = false }: Access): void {
  if (token !== undefined && isPublic)
    throw new UsageError('--public opens the server to everybody: leave out either it or the token');
  if (token === undefined && !isPublic && !isLoopback(host))
    throw new UsageError(
      'off loopback the server needs --listen-token-file or LISTEN_TOKEN; or --public, to let everybody read',
    );
}

/**
 * Why a request is refused, if it is. Who has the token may call the server by any name. Without a token and without
 * `isPublic` the server is on loopback only, and no page in a browser reaches it: not with an Origin, and not by a name of
 * its own that points here (DNS rebinding).
 *
 * @param header gives a header of the request by its name in lower case
 */
export function refuseAccess(
  header: (name: string) => string | undefined,
  access: Access,
): Refusal | undefined {
  const { token, isPublic = false } = access;
  if (token !== undefined) {
    const given = tokenIn(header('authorization') ?? '');
    return given !== undefined && isSame(given, token) ? undefined : tokenRefusal;
  }
  if (isPublic) return undefined;
  if (header('origin') !== undefined) return forbidden('this server is not for web pages');
  if (isOwnHost(header('host'), access)) return undefined;
  return forbidden('the Host header does not name this machine: allow it with --allow-host');
}

const tokenRefusal: Refusal = {
  status: 401,
  message: 'send the token as Authorization: Bearer, or as the password of a browser that asks for one',
  headers: { 'www-authenticate': 'Basic realm="token as password", charset="UTF-8"' },
};

const forbidden = (message: string): Refusal => ({ status: 403, message, headers: {} });

function tokenIn(authorization: string): string | undefined {
  const [, scheme = '', credentials = ''] = /^(bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') return credentials || undefined;
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(credentials, 'base64').toString()) ?? [];
  return password;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares without telling by its duration how much was right. */
const isSame = (left: string, right: string) => timingSafeEqual(digest(left), digest(right));

function isOwnHost(header: string | undefined, { host, allowHosts = [] }: Access): boolean {
  if (header === undefined) return false;
  const name = header.replace(/:\d*$/, '').toLowerCase();
  return isLoopback(name) || name === host || allowHosts.some((allowed) => allowed.toLowerCase() === name);
}
