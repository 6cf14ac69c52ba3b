import { readFileSync } from 'node:fs';

import { UsageError } from './usage-error.ts';

/** How to reach the account. */
export interface Credentials {
  readonly clientCode: string;
  readonly username: string;
  readonly password: string;
  /** Base address of the API; the account's own at Erply when left out. */
  readonly url?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the account from the environment. No value gets into a message: it may be a secret in the wrong place. */
export function readCredentials(env: Environment): Credentials {
  const missing = ['ERPLY_CLIENT_CODE', 'ERPLY_USERNAME'].filter((name) => !env[name]);
  if (!env.ERPLY_PASSWORD && !env.ERPLY_PASSWORD_FILE) missing.push('ERPLY_PASSWORD or ERPLY_PASSWORD_FILE');
  if (missing.length > 0) throw new UsageError(`set ${missing.join(', ')}; .env.example shows how`);
  return {
    clientCode: env.ERPLY_CLIENT_CODE ?? '',
    username: env.ERPLY_USERNAME ?? '',
    password: readPassword(env),
    ...(env.ERPLY_API_URL && { url: checkedUrl(env.ERPLY_API_URL) }),
  };
}

function readPassword({ ERPLY_PASSWORD, ERPLY_PASSWORD_FILE }: Environment): string {
  if (!ERPLY_PASSWORD_FILE) return ERPLY_PASSWORD ?? '';
  let password: string;
  try {
    // An editor leaves a line end behind the password; it is no part of it.
    password = readFileSync(ERPLY_PASSWORD_FILE, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new UsageError(`the file that ERPLY_PASSWORD_FILE names cannot be read (${code})`);
  }
  if (password === '') throw new UsageError('the file that ERPLY_PASSWORD_FILE names is empty');
  return password;
}

function checkedUrl(text: string): string {
  const url = URL.parse(text);
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url && isHttp && !url.username && !url.password) return text;
  throw new UsageError('ERPLY_API_URL is no http or https address, or holds a user name');
}
