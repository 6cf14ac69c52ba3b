import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { commandFile } from './command-file.ts';

export interface AppRun {
  /** Folder below `apps/`. */
  readonly app: 'importer' | 'stock-feed';
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it runs, and reads a file `.env` if there is one. */
  readonly cwd: string;
}

/** Runs an app as its user would, on the command line, and gives back the report: the last line of `--json`. */
export async function runApp<TReport>({ app, args, env, cwd }: AppRun): Promise<TReport> {
  const command = [commandFile(`apps/${app}`), ...args, '--json'];
  const child = spawn(process.execPath, command, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`pnpm ${app} ${args.join(' ')} ended with code ${code}\n${stderr.trim()}`);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as TReport;
}
