import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

import { repository, run } from '@erply-kit/tooling';

import type { ExampleProgram } from './example-program.ts';
import type { WorkspaceEntry } from './workspace-entries.ts';

/** After this the compiler counts as hanging. */
const hangingMs = 300_000;

interface Workspace {
  readonly root: string;
  readonly entries: readonly WorkspaceEntry[];
}

/** Compiles the programs against the sources of the workspace; gives back `file:line: error` of each error. */
export async function compilePrograms(
  programs: readonly ExampleProgram[],
  workspace: Workspace,
): Promise<string[]> {
  const cache = join(repository, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'examples-'));
  try {
    for (const [index, program] of programs.entries()) {
      const path = join(folder, pathOf(program, index));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, program.text);
    }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configOf(programs, workspace)));
    const command = ['tsc', '-p', '.', '--pretty', 'false'];
    const { code, output } = await run(command, { cwd: folder, timeoutMs: hangingMs });
    const findings = findingsIn(output, { programs, folder, root: workspace.root });
    return code !== 0 && findings.length === 0 ? [`tsc ended with code ${code}: ${output}`] : findings;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Those of a page that have names are beside each other, as its reader has them. */
function pathOf({ example: { file, name } }: ExampleProgram, index: number): string {
  return name === undefined ? `example-${index}.ts` : `${file.replaceAll('/', '-')}/${name}`;
}

/** Packages are their sources, whichever of them the folder of the examples could see. */
function configOf(programs: readonly ExampleProgram[], { root, entries }: Workspace) {
  return {
    extends: join(repository, 'tsconfig.base.json'),
    compilerOptions: {
      paths: Object.fromEntries(entries.map(({ specifier, source }) => [specifier, [join(root, source)]])),
      typeRoots: [join(repository, 'node_modules/@types')],
    },
    files: programs.map(pathOf),
  };
}

interface Compiled {
  readonly programs: readonly ExampleProgram[];
  readonly folder: string;
  readonly root: string;
}

/** The errors of the compiler, each in one line, at the line of the page or docstring that it comes from. */
function findingsIn(output: string, { programs, folder, root }: Compiled): string[] {
  const errors = output.split(/\n(?!\s)/).filter((text) => text.trim() !== '');
  return errors.map((error) => {
    const said = error.replace(/\s*\n\s*/g, ' ').trim();
    const [, path = '', line = '', , message] = /^(.+?)\((\d+),(\d+)\): (?:error )?(.*)$/.exec(said) ?? [];
    if (message === undefined) return said;
    const program = programs.find((one, index) => pathOf(one, index) === path);
    if (program) return `${program.example.file}:${program.lines[Number(line) - 1]}: ${message}`;
    return `${relative(root, join(folder, path)).split(sep).join('/')}:${line}: ${message}`;
  });
}
