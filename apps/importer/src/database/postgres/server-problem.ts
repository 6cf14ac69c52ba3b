/** The oldest that its makers have mended until this year. */
const oldestServer = 14;

/** What keeps the importer from using a server. */
export function serverProblem(version: number, encoding: string): string | undefined {
  const major = Math.floor(version / 10_000);
  if (major < oldestServer)
    return `the server is PostgreSQL ${major}; the importer needs ${oldestServer} or newer`;
  if (encoding !== 'UTF8')
    return `its encoding is ${encoding}, which cannot hold all texts; make a database with encoding 'UTF8'`;
  return undefined;
}
