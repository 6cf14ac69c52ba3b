import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { run } from '@erply-kit/tooling';

import type { PageStep } from './page-steps.ts';

/** A command of a page counts as hanging after this. */
const hangingMs = 300_000;

/** Where the steps of a page are done. */
export interface PageFolder {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** What to run instead of a command that gets packages; nothing where they are there already. */
  install(command: string): string;
}

/**
 * Does what a page says, in a folder, and answers how many of its blocks were files, run, and not run.
 * @throws Error with the line of the first command that failed or wrote something else, and what it wrote.
 */
export async function runPage(page: string, steps: readonly PageStep[], folder: PageFolder): Promise<string> {
  const counts = { file: 0, run: 0, install: 0, notRun: 0 };
  for (const step of steps) {
    counts[step.kind] += 1;
    if (step.kind === 'file') {
      await mkdir(dirname(join(folder.path, step.name)), { recursive: true });
      await writeFile(join(folder.path, step.name), step.text);
    } else if (step.kind !== 'notRun') {
      const command = step.kind === 'install' ? folder.install(step.text) : step.text;
      const options = { cwd: folder.path, env: { NO_COLOR: '1', ...folder.env }, timeoutMs: hangingMs };
      const { code, output } = await run(['bash', '-euo', 'pipefail', '-c', command], options);
      const missing = code === 0 && command !== '' ? missingLine(step.output, output) : undefined;
      if (code !== 0) throw new Error(`${page}:${step.line}: ended with code ${code}\n${output}`);
      if (missing !== undefined)
        throw new Error(`${page}:${step.line}: did not write "${missing}"\n${output}`);
    }
  }
  const notRun = steps
    .filter((step) => step.kind === 'notRun')
    .map((step) => `line ${step.line}: ${step.reason}`);
  return [
    `${counts.file} files written, ${counts.run + counts.install} commands run`,
    ...(notRun.length === 0 ? [] : [`${notRun.length} blocks NOT RUN (${notRun.join('; ')})`]),
  ].join(', ');
}

/** Without what a terminal shows as more or less of a gap. */
const plain = (line: string) => line.trim().replace(/\s+/g, ' ');

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The first of these lines that does not come after those before it. */
function missingLine(expected: readonly string[], output: string): string | undefined {
  const lines = output.split('\n').map(plain);
  let next = 0;
  return expected.find((line) => {
    const pattern = new RegExp(`^${plain(line).split('…').map(literally).join('.*')}$`);
    const at = lines.slice(next).findIndex((one) => pattern.test(one));
    next += at + 1;
    return at === -1;
  });
}
