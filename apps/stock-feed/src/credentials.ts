import { readFile } from 'node:fs/promises';

import { UsageError } from './usage-error.ts';

/** How to reach the account. */
export interface Credentials {
  readonly clientCode: string;
  readonly username: string;
  readonly password: string;
  /** Base URL of the API; the account's own at Erply when left out. */
  readonly url?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the account from the environment. Never puts a value into a message: it may be a secret in the wrong place. */
export async function readCredentials(env: Environment): Promise<Credentials> {
  const missing = ['ERPLY_CLIENT_CODE', 'ERPLY_USERNAME'].filter((name) => !env[name]);
  if (!env.ERPLY_PASSWORD && !env.ERPLY_PASSWORD_FILE)
    missing.push('ERPLY_PASSWORD (or ERPLY_PASSWORD_FILE)');
  if (missing.length > 0) throw new UsageError(`set ${missing.join(', ')}; .env.example shows how`);
  return {
    clientCode: env.ERPLY_CLIENT_CODE ?? '',
    username: env.ERPLY_USERNAME ?? '',
    password: await readPassword(env),
    ...(env.ERPLY_API_URL ? { url: checkedUrl(env.ERPLY_API_URL) } : {}),
  };
}

async function readPassword(env: Environment): Promise<string> {
  const file = env.ERPLY_PASSWORD_FILE;
  if (!file) return env.ERPLY_PASSWORD ?? '';
  // An editor leaves a line end behind the password; it is no part of it.
  const password = await readFile(file, 'utf8').then(
    (text) => text.replace(/\r?\n$/, ''),
    (error: NodeJS.ErrnoException) => {
      throw new UsageError(`ERPLY_PASSWORD_FILE cannot be read (${error.code ?? 'unknown reason'})`);
    },
  );
  if (password === '') throw new UsageError('ERPLY_PASSWORD_FILE is empty');
  return password;
}

function checkedUrl(text: string): string {
  const url = URL.parse(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password)
    return text;
  throw new UsageError('ERPLY_API_URL is not an http or https address, or holds a user name');
}
