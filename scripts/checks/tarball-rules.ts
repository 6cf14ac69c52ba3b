import { basename } from 'node:path';

/** The most bytes of a packed tarball: about twice what it is now, so that only a leap is noticed. */
export const budgetBytes: Readonly<Record<string, number>> = {
  schemas: 600_000,
  fixtures: 190_000,
  mock: 2_200_000,
  client: 180_000,
  sync: 190_000,
  importer: 1_600_000,
  'stock-feed': 1_200_000,
};

/** What is not built: the notices belong to a command that is bundled with what it imports. */
const otherFiles = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist/THIRD-PARTY-NOTICES.txt'];
const requiredFiles = ['package.json', 'README.md', 'LICENSE'];

const builtFlat = (source: string) => `dist/${basename(source, '.ts')}.js`;

/** What a tarball must hold and must not: `sources` are the package's own `src/**` without tests. */
export function contentFaults(files: readonly string[], sources: ReadonlySet<string>): string[] {
  // A bundle looks for its workers beside itself.
  const workers = new Set([...sources].filter((source) => source.endsWith('-worker.ts')).map(builtFlat));
  const missing = requiredFiles.filter((file) => !files.includes(file)).map((file) => `${file} is missing`);
  const strange = files.flatMap((file) => {
    if (otherFiles.includes(file)) return [];
    const built = /^dist\/(.+?)(\.d\.ts|\.js)$/.exec(file);
    if (!built) return [`${file} does not belong in the tarball`];
    return sources.has(`${built[1]}.ts`) || workers.has(file)
      ? []
      : [`${file} comes from no source; is it a test, or stale?`];
  });
  return [...missing, ...strange];
}

/** Versions that only the workspace understands. */
export function manifestFaults(manifest: string): string[] {
  return ['workspace:', 'catalog:', './src/']
    .filter((word) => manifest.includes(`"${word}`))
    .map((word) => `package.json still says "${word}"`);
}
