import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { parseSync } from 'rolldown/utils';

/** What others can import of a package of the workspace. */
export interface WorkspaceEntry {
  /** As it is imported: `@erply-kit/client/environment`. */
  readonly specifier: string;
  /** The folder of the package, from the root. */
  readonly folder: string;
  /** The source that it leads to, from the root. */
  readonly source: string;
}

/** All entries of the packages below a root, by their manifests. */
export async function workspaceEntries(root: string): Promise<WorkspaceEntry[]> {
  const found: WorkspaceEntry[] = [];
  for await (const path of glob('{packages/*,fixtures,apps/*}/package.json', { cwd: root })) {
    const { name, exports = {} } = JSON.parse(await readFile(join(root, path), 'utf8'));
    for (const [entry, source] of Object.entries<unknown>(exports))
      if (typeof source === 'string' && source.endsWith('.ts'))
        found.push({
          specifier: `${name}${entry.slice(1)}`,
          folder: dirname(path),
          source: join(dirname(path), source),
        });
  }
  return found.sort((one, other) => (one.specifier < other.specifier ? -1 : 1));
}

/** The names that a source exports, with those of the files that it passes on whole. */
export async function exportedNames(source: string): Promise<string[]> {
  const { module, program } = parseSync(source, await readFile(source, 'utf8'));
  const entries = module.staticExports.flatMap((one) => one.entries);
  const own = entries.flatMap(({ exportName }) => (exportName.name ? [exportName.name] : []));
  const passedOn = program.body.flatMap((one) =>
    one.type === 'ExportAllDeclaration' && !one.exported && one.source.value.startsWith('.')
      ? [join(dirname(source), one.source.value)]
      : [],
  );
  const others = await Promise.all(passedOn.map(exportedNames));
  return [...new Set([...own, ...others.flat()])];
}
