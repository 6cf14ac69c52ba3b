import { FeedError } from '../feed-error.ts';
import { fileFailure } from '../files/file-failure.ts';

/** What SQLite's result codes mean to whoever pushes. https://www.sqlite.org/rescode.html */
const problems: Readonly<Record<number, string>> = {
  5: 'another push is using it',
  8: 'it cannot be written to',
  10: 'the disk reports an error',
  11: 'the file is damaged: push with another --outbox, which sends everything',
  13: 'the disk is full',
  14: 'it cannot be opened or made',
  26: 'the file is not an outbox: give another --outbox',
};

/** A failure of the outbox as one sentence; any other error comes back as it is. */
export function outboxFailure(error: unknown, path: string): unknown {
  const { code, errcode } = error as { code?: string; errcode?: number };
  if (code !== 'ERR_SQLITE_ERROR') return fileFailure(error, `use the outbox ${path}`);
  // The lower byte is the result; what stands above it says more than an operator needs.
  const problem = problems[(errcode ?? 0) & 0xff] ?? 'SQLite refuses';
  return new FeedError(`cannot use the outbox ${path}: ${problem}`, { cause: error });
}
