import { FeedError } from '../feed-error.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file may not become so large',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a part of the path is a file, or a link to nothing',
  ENOENT: 'a folder of the path is missing and cannot be made',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EISDIR: 'it is a folder',
};

/** A failure of the file system as one sentence; any other error comes back as it is. */
export function fileFailure(error: unknown, action: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (!(error instanceof Error) || code === undefined || !('syscall' in error)) return error;
  return new FeedError(`cannot ${action}: ${reasons[code] ?? 'the file system refuses'} (${code})`, {
    cause: error,
  });
}
