import type { ClientOptions, RetryOptions, Validation } from './client-options.ts';
import { isLinkHost } from './csv/link-host.ts';
import { ErplyError } from './errors/erply-error.ts';

/** The options of a client, checked and complete. */
export interface Settings {
  readonly clientCode: string;
  readonly username: string;
  readonly apiUrl: URL;
  /** Names the account in limits and session stores: the same user, code and address give the same text. */
  readonly account: string;
  readonly allowLinkHosts: readonly string[];
  readonly sessionLengthSeconds: number | undefined;
  readonly onQuota: 'wait' | 'fail';
  readonly retry: Required<RetryOptions>;
  readonly timeoutMs: number;
  readonly validation: Validation;
  readonly bulkBytes: number;
}

const mebibyte = 1024 * 1024;

/** Checks options, and throws with the fix in the message. */
export function resolveSettings(options: ClientOptions): Settings {
  for (const name of ['clientCode', 'username'] as const) {
    if (typeof options[name] !== 'string' || options[name] === '') throw misuse(`${name} is missing`);
  }
  if (!options.password) throw misuse('password is missing');
  const apiUrl = apiUrlOf(options);
  return {
    clientCode: options.clientCode,
    username: options.username,
    apiUrl,
    account: [apiUrl.origin, options.clientCode].map(encodeURIComponent).join('/'),
    allowLinkHosts: checkedHosts(options.allowLinkHosts ?? []),
    sessionLengthSeconds: options.sessionLengthSeconds,
    onQuota: options.onQuota ?? 'wait',
    retry: {
      attempts: positive('retry.attempts', options.retry?.attempts, 5),
      baseDelayMs: positive('retry.baseDelayMs', options.retry?.baseDelayMs, 500),
      maxDelayMs: positive('retry.maxDelayMs', options.retry?.maxDelayMs, 30_000),
    },
    timeoutMs: positive('timeoutMs', options.timeoutMs, 60_000),
    validation: options.validation ?? 'warn',
    bulkBytes: positive('bulkBytes', options.bulkBytes, 8 * mebibyte),
  };
}

function misuse(message: string): ErplyError {
  return new ErplyError(`createClient: ${message}.`, { kind: 'usage' });
}

function checkedHosts(hosts: readonly string[]): readonly string[] {
  if (Array.isArray(hosts) && hosts.every(isLinkHost)) return hosts;
  throw misuse('allowLinkHosts is a list of hosts such as files.example or files.example:8443');
}

function positive(name: string, value: number | undefined, preset: number): number {
  if (value === undefined) return preset;
  if (!(value > 0)) throw misuse(`${name} must be more than 0`);
  return value;
}

/** The address of the API, with the path that it has. */
export function apiUrlOf(options: ClientOptions): URL {
  const { clientCode } = options;
  if (options.url === undefined && !/^[A-Za-z0-9_-]{1,32}$/.test(clientCode)) {
    throw misuse('clientCode cannot be part of a host name; give a url as well');
  }
  const text = options.url ?? `https://${clientCode}.erply.com/api/`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw misuse('url is not an http or https address');
  if (url.username || url.password || url.search || url.hash) {
    throw misuse('url must not hold user name, password, query or fragment');
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !options.allowInsecure) {
    const problem = `http would send the password readable to ${url.host}`;
    throw new ErplyError(`createClient: ${problem}; use https, or set allowInsecure: true.`, {
      kind: 'usage',
      option: 'allowInsecure',
      problem,
    });
  }
  if (!/\/api\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/api/`;
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** This machine itself: nobody else sees what goes there. `URL` has already normalised the spelling. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
