import { glob } from 'node:fs/promises';
import { join, sep } from 'node:path';

const skipped = new Set(['node_modules', 'dist', '.turbo', '.data']);

/** The TypeScript files below a folder, as sorted paths from it with `/`; nothing installed, nothing built. */
export async function sourceFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const options = { cwd: folder, exclude: (path: string) => skipped.has(path.split(/[/\\]/).at(-1) ?? '') };
  for await (const path of glob('**/*.ts', options)) found.push(path.split(sep).join('/'));
  return found.sort();
}

/** Whether a path is a test, a type test, or something only tests use. */
export function isTest(path: string): boolean {
  return /\.test(-d)?\.ts$/.test(path) || /(^|\/)test\//.test(path);
}

/** The source path of a file that a check reports, from the root of the repository. */
export function reported(folder: string, path: string): string {
  return join(folder, path).split(sep).join('/');
}
