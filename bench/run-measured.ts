import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runForJson, temporaryFolder } from '@erply-kit/tooling';

/** A program from its start to its end. */
export interface MeasuredRun {
  readonly ms: number;
  readonly peakRssBytes: number;
}

const usageProgram = new URL('../scripts/report-usage.js', import.meta.url).href;

/** Runs a program of this Node that ends with a line of JSON, in a folder of its own. */
export async function runMeasured<TResult>(
  program: (folder: string) => readonly string[],
  env: (folder: string) => Record<string, string>,
): Promise<{ readonly run: MeasuredRun; readonly result: TResult }> {
  using folder = await temporaryFolder('bench');
  const usageFile = join(folder.path, 'usage.json');
  const measured = { NODE_OPTIONS: `--import ${usageProgram}`, USAGE_FILE: usageFile };
  const command = [process.execPath, ...program(folder.path)];
  const startedAt = performance.now();
  const result = await runForJson<TResult>(command, {
    cwd: folder.path,
    env: { ...env(folder.path), ...measured },
  });
  const ms = performance.now() - startedAt;
  const usage = JSON.parse(await readFile(usageFile, 'utf8')) as Pick<MeasuredRun, 'peakRssBytes'>;
  return { run: { ms, peakRssBytes: usage.peakRssBytes }, result };
}

/** The account that a bench reads; whatever the reader's own account is, it stays out of this. */
export const benchAccount = {
  ERPLY_CLIENT_CODE: '100001',
  ERPLY_USERNAME: 'demo',
  ERPLY_PASSWORD: 'demouser',
  ERPLY_PASSWORD_FILE: '',
};
