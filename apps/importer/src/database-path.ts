import { resolve } from 'node:path';

import { UsageError } from '@erply-kit/command-line';

const defaultUrl = 'sqlite:./.data/erply.db';

/**
 * The file that a database address names: `sqlite:` and a path, from the folder that the importer runs in.
 * The address stays out of messages: that of a server may hold a password.
 */
export function databasePath(url = defaultUrl, cwd = process.cwd()): string {
  if (/^postgres(ql)?:/i.test(url))
    throw new UsageError(
      'PostgreSQL is not supported yet; use a database address like sqlite:./.data/erply.db',
    );
  const [, path] = /^sqlite:(?:\/\/(?=\/))?(.+)$/s.exec(url) ?? [];
  if (!path || path === ':memory:' || path.includes('\0'))
    throw new UsageError('the database address is not understood; use one like sqlite:./.data/erply.db');
  return resolve(cwd, path);
}
