import type { ClientOptions, RetryOptions, Validation } from './client-options.ts';
import { ErplyError } from './errors/erply-error.ts';
import { checkOptions } from './options/check-options.ts';
import { clientOptionRules } from './options/client-option-rules.ts';
import { createMisuseError } from './options/misuse.ts';

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
  readonly fileTimeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly maxFileBytes: number;
  readonly validation: Validation;
  readonly bulkBytes: number;
  readonly maxFormFields: number;
}

const mebibyte = 1024 * 1024;

const asked = { name: 'createClient' };

/** Checks options, and throws with the fix in the message. */
export function resolveSettings(options: ClientOptions): Settings {
  checkOptions(asked, options, clientOptionRules);
  const apiUrl = resolveApiUrl(options);
  return {
    clientCode: options.clientCode,
    username: options.username,
    apiUrl,
    account: [apiUrl.origin, options.clientCode].map(encodeURIComponent).join('/'),
    allowLinkHosts: options.allowLinkHosts ?? [],
    sessionLengthSeconds: options.sessionLengthSeconds,
    onQuota: options.onQuota ?? 'wait',
    retry: {
      attempts: options.retry?.attempts ?? 5,
      baseDelayMs: options.retry?.baseDelayMs ?? 500,
      maxDelayMs: options.retry?.maxDelayMs ?? 30_000,
    },
    timeoutMs: options.timeoutMs ?? 60_000,
    fileTimeoutMs: options.fileTimeoutMs ?? 3_600_000,
    maxAnswerBytes: options.maxAnswerBytes ?? 64 * mebibyte,
    maxFileBytes: options.maxFileBytes ?? 2048 * mebibyte,
    validation: options.validation ?? 'warn',
    bulkBytes: options.bulkBytes ?? 8 * mebibyte,
    maxFormFields: options.maxFormFields ?? 1000,
  };
}

/** The address of the API, with the path that it has. */
export function resolveApiUrl(options: ClientOptions): URL {
  const { clientCode } = options;
  if (options.url === undefined && !/^[A-Za-z0-9_-]{1,32}$/.test(clientCode)) {
    throw createMisuseError(asked, 'clientCode cannot be part of a host name; give a url as well');
  }
  const text = options.url ?? `https://${clientCode}.erply.com/api/`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw createMisuseError(asked, 'url is not an http or https address');
  if (url.username || url.password || url.search || url.hash) {
    throw createMisuseError(asked, 'url must not hold user name, password, query or fragment');
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
