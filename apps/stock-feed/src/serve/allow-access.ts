import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';

/** Who may read the feed. */
export interface AccessOptions {
  /** What the server listens on. */
  readonly host: string;
  readonly token: string | undefined;
  /** Everybody may, by whatever name they call the server. */
  readonly isPublic: boolean;
  /** Names that a proxy on this machine passes on. */
  readonly allowHosts: readonly string[];
}

export interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

/** This machine itself. Any other name may be made to point anywhere, whatever it begins with. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  const address = name.replace(/^::ffff:/, '');
  return isIP(address) === 4 && address.startsWith('127.');
}

/**
 * Why a request is refused. Without a token and without `isPublic` the server is on loopback only, and its readers have to
 * call it so: a page in a browser reaches it by a name of its own that points here (DNS rebinding).
 */
export function refuseAccess(
  header: (name: string) => string | undefined,
  options: AccessOptions,
): Refusal | undefined {
  const { token, isPublic } = options;
  if (token !== undefined) {
    const given = /^Bearer +(\S+)$/i.exec(header('authorization') ?? '')?.[1];
    if (given !== undefined && isSame(given, token)) return undefined;
    return { status: 401, message: 'send the token as Authorization: Bearer' };
  }
  if (isPublic || isOwnHost(header('host'), options)) return undefined;
  return { status: 403, message: 'the Host header does not name this machine: start with --allow-host' };
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in the same time, however much is right. */
const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));

function isOwnHost(header: string | undefined, { allowHosts }: AccessOptions): boolean {
  if (header === undefined) return false;
  const name = header.replace(/:\d*$/, '').toLowerCase();
  return isLoopback(name) || allowHosts.includes(name);
}
