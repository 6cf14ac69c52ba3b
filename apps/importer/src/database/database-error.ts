import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** The database cannot be used as it is; the message is one line for an operator. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(path: string, problem: string, options?: ErrorOptions) {
    super(`database ${path}: ${problem}`, options);
  }
}

/** What SQLite's result codes mean to whoever runs the importer. https://www.sqlite.org/rescode.html */
const problems: Readonly<Record<number, string>> = {
  3: 'access is denied',
  5: 'is locked by another program',
  8: 'cannot be written to',
  10: 'the disk reports an error',
  11: 'the file is damaged',
  13: 'the disk is full',
  14: 'cannot be opened or created',
  26: 'the file is not a SQLite database',
  1544: 'its folder cannot be written to, which SQLite needs even to read it; allow that, or read a copy that the command "backup" makes',
};

/** Errors of the file system that come before SQLite has a say. */
const fileProblems: Readonly<Record<string, string>> = {
  EACCES: 'access is denied',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'its path leads through a file',
  EISDIR: 'is a folder',
  EFBIG: 'the file may not become so large',
  ENOENT: 'its folder is missing and cannot be made',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'its path leads through a file',
  EROFS: 'is on a read-only disk',
};

/**
 * Errors of writing that SQLite does not tell from one another: to write, to sync, to sync the folder, to cut off, to
 * make the file longer that lies beside a WAL. Only of the first does it say itself when the disk is full.
 */
const writeCodes = [778, 1034, 1290, 1546, 4874];
/** SQLite makes that file longer by 32 KB at a time. */
const leastFreeBytes = 64 * 1024;

/** Runs `action` and turns errors of the database into one line. Other errors pass. */
export function withDatabase<TResult>(path: string, action: () => TResult): TResult {
  try {
    const result = action();
    // A promise fails later.
    return result instanceof Promise
      ? (result.catch((error) => {
          throw explainError(error, path);
        }) as TResult)
      : result;
  } catch (error) {
    throw explainError(error, path);
  }
}

/** An error of the database in one line, behind what was to be done; any other error as it is. */
export function explainError(error: unknown, path: string, failed = ''): unknown {
  const problem = problemOf(error, path);
  return problem === undefined ? error : new DatabaseError(path, failed + problem, { cause: error });
}

function problemOf(error: unknown, path: string): string | undefined {
  if (error instanceof Error && error.message.startsWith('corrupted migrations'))
    return 'its list of migrations is damaged; name another file, and import into it anew';
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if ('syscall' in error)
    return fileProblems[String(error.code)] ?? `the file system refuses (${error.code})`;
  if (error.code !== 'ERR_SQLITE_ERROR') return undefined;
  const code = 'errcode' in error ? Number(error.errcode) : 0;
  if (writeCodes.includes(code)) return writeProblem(path);
  return problems[code] ?? problems[code & 0xff] ?? error.message;
}

function writeProblem(path: string): string {
  if (freeBytes(path) < leastFreeBytes) return 'the disk is full';
  return 'the disk takes no more: a quota is used up, the file may not become so large, or the disk is broken';
}

function freeBytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
