import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

import { isTest } from '../source-files.ts';
import type { CheckReport } from './check-report.ts';
import { compilePrograms } from './examples/compile-programs.ts';
import { docstringExamples } from './examples/docstring-examples.ts';
import type { Example, ExamplesOfFile } from './examples/example.ts';
import { exampleProgram } from './examples/example-program.ts';
import { fencedExamples } from './examples/fenced-examples.ts';
import { exportedNames, type WorkspaceEntry, workspaceEntries } from './examples/workspace-entries.ts';

const skipped = ['**/node_modules/**', '**/dist/**', '**/.data/**', '**/CHANGELOG.md'];
const prelude = join(import.meta.dirname, 'examples/prelude.ts');

/** The examples of Markdown pages and docstrings compile against the packages as they are. */
export async function checkExamples(root: string): Promise<CheckReport> {
  const files = [...(await examplesOfPages(root)), ...(await examplesOfSources(root))];
  const examples = files.flatMap((file) => file.examples);
  const unchecked = files.flatMap((file) => file.unchecked);
  const entries = await workspaceEntries(root);
  const programs = await Promise.all(
    examples.map(async (example) => exampleProgram(example, await knownTo(example, root, entries))),
  );
  const errors = programs.length === 0 ? [] : await compilePrograms(programs, { root, entries });
  return {
    findings: [...files.flatMap((file) => file.findings), ...errors],
    summary: [
      ...unchecked.map((one) => `not compiled: ${one}`),
      `${examples.length} examples compiled, ${unchecked.length} not`,
    ].join('\n'),
  };
}

async function examplesOfPages(root: string): Promise<ExamplesOfFile[]> {
  const pages = await filesOf('**/*.md', root);
  return pages.map(([file, text]) =>
    fencedExamples(
      file,
      text.split('\n').map((line, index) => ({ text: line, line: index + 1 })),
    ),
  );
}

async function examplesOfSources(root: string): Promise<ExamplesOfFile[]> {
  const sources = await filesOf('{packages/*,fixtures,apps/*}/src/**/*.ts', root);
  return sources
    .filter(([file, text]) => text.includes('@example') && !isTest(file))
    .map(([file, text]) => docstringExamples(file, text));
}

/** Files by their path with `/`, in the order of the alphabet, with what stands in them. */
async function filesOf(pattern: string, root: string): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const path of glob(pattern, { cwd: root, exclude: skipped }))
    found.push([path.split(sep).join('/'), await readFile(join(root, path), 'utf8')]);
  return found.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The names that an example may use without importing them, by where they come from. */
async function knownTo(
  { file, kind }: Example,
  root: string,
  entries: readonly WorkspaceEntry[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = new Map<string, readonly string[]>();
  if (kind === 'program') return known;
  for (const { specifier, folder, source } of entries)
    if (file.startsWith(`${folder}/src/`)) known.set(specifier, await exportedNames(join(root, source)));
  return known.set(prelude, await exportedNames(prelude));
}
