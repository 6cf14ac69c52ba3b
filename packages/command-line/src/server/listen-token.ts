import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Variables } from '@erply-kit/client/environment';

import { UsageError } from '../usage-error.ts';

interface TokenSource {
  /** What `--listen-token-file` names. */
  readonly file: string | undefined;
  readonly variables: Variables;
  /** The folder that relative paths begin at. */
  readonly cwd: string;
}

/** Shorter ones can be guessed. */
const leastCharacters = 16;

/**
 * The token that opens a server off loopback, from the file of `--listen-token-file` or `LISTEN_TOKEN_FILE`, else from
 * `LISTEN_TOKEN`; `undefined` without any of them.
 *
 * @throws UsageError, without the token and without a path that may be one.
 */
export function readListenToken({ file, variables, cwd }: TokenSource): string | undefined {
  const path = file ?? (variables.LISTEN_TOKEN_FILE || undefined);
  const name =
    path === undefined
      ? 'LISTEN_TOKEN'
      : `the file of ${file === undefined ? 'LISTEN_TOKEN_FILE' : '--listen-token-file'}`;
  const token =
    path === undefined ? variables.LISTEN_TOKEN || undefined : readToken(resolve(cwd, path), name);
  if (token === undefined) return undefined;
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(`${name} has to hold the token alone: one line of ASCII without blanks`);
  if (token.length < leastCharacters)
    throw new UsageError(
      `${name}: a token has ${leastCharacters} characters or more; openssl rand -hex 32 makes one`,
    );
  return token;
}

function readToken(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/[\r\n]+$/, '');
  } catch (error) {
    throw new UsageError(
      `${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
    );
  }
}
