import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const kinds = ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies'] as const;

/** Compares what the manifests name with the lines of `docs/dependencies.md`: no library without one, and none too many. */
export async function dependencyFaults(root: string): Promise<string[]> {
  const page = await readFile(join(root, 'docs/dependencies.md'), 'utf8');
  const cells = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].map((match) => match[1] ?? '');
  const documented = cells.flatMap((cell) => cell.split(', ').map((name) => name.replaceAll('`', '')));
  const named = await namedLibraries(root);
  return [
    ...[...named].filter((name) => !documented.includes(name)).map((name) => `${name} has no line`),
    ...documented
      .filter((name) => !named.has(name))
      .map((name) => `${name} has a line, but nothing names it`),
  ].sort();
}

async function namedLibraries(root: string): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for await (const path of glob('{.,*,*/*}/package.json', { cwd: root, exclude: ['**/node_modules/**'] })) {
    const manifest = JSON.parse(await readFile(join(root, path), 'utf8'));
    for (const kind of kinds) for (const name of Object.keys(manifest[kind] ?? {})) named.add(name);
  }
  return new Set([...named].filter((name) => !name.startsWith('@erply-kit/')));
}
