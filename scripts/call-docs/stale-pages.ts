import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { fidelityPage, fidelityPath } from '../fidelity/fidelity-page.ts';
import { callDocs } from './call-docs.ts';

/** The folder that holds generated pages and nothing else, from the root of the repository. */
export const generatedFolder = 'docs/calls';

/** The generated pages beside what lies in the repository. */
export interface GeneratedPages {
  /** The text of each page by its path from the root. */
  readonly pages: ReadonlyMap<string, string>;
  /** Paths of pages that are missing or say something else. */
  readonly stale: readonly string[];
  /** Paths of files that no call has any more. */
  readonly orphans: readonly string[];
}

/** Makes all pages that follow from the definitions, and compares them with those of the repository. */
export async function stalePages(root: string): Promise<GeneratedPages> {
  const pages = new Map([...(await callDocs()), [fidelityPath, fidelityPage()]]);
  const present = await readdir(join(root, generatedFolder)).catch(() => []);
  const orphans = present.map((name) => `${generatedFolder}/${name}`).filter((path) => !pages.has(path));
  const stale: string[] = [];
  for (const [path, text] of pages) {
    const current = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (current !== text) stale.push(path);
  }
  return { pages, stale, orphans };
}
