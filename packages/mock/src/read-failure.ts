const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
};

/** Why a file cannot be read, in words. */
export function readFailure(error: unknown): string {
  const { code = 'unknown failure' } = error as { code?: string };
  return `cannot be read: ${causes[code] ?? code}`;
}
