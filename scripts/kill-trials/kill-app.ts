import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

import { commandFile } from '../demo/command-file.ts';
import type { AppRun } from '../demo/run-app.ts';

/** When to kill: so many milliseconds after something has happened so many times. */
export interface KillMoment {
  readonly what: string;
  readonly times: number;
  readonly delayMs: number;
}

/** A run that was to be killed. */
export interface KilledRun {
  /** `SIGKILL`, or the exit code of a run that came to its end before. */
  readonly ending: number | NodeJS.Signals | null;
  /** The lines that it has printed. */
  readonly lines: readonly string[];
  readonly stderr: string;
}

export interface KillAppOptions extends AppRun {
  readonly moment: KillMoment;
  /** Called at its start: `happened` has to be called with all that a moment can wait for, `start` and lines apart. */
  watch(happened: (what: string) => void): Disposable;
  /** What a line of its output is called, where it is one that a moment can wait for. */
  nameOfLine(line: string): string | undefined;
}

/** Starts an app as its user would, and kills it at a moment. */
export async function killApp(options: KillAppOptions): Promise<KilledRun> {
  const { app, args, cwd, env, moment } = options;
  const child = spawn(process.execPath, [commandFile(`apps/${app}`), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let left = moment.times;
  const happened = async (what: string) => {
    if (what !== moment.what || --left !== 0) return;
    if (moment.delayMs > 0) await setTimeout(moment.delayMs);
    child.kill('SIGKILL');
  };
  using _ = options.watch(happened);
  happened('start');
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    const name = options.nameOfLine(line);
    if (name !== undefined) happened(name);
  });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const [stderr, [code, signal]] = await Promise.all([text(child.stderr), ended]);
  return { ending: code ?? signal, lines, stderr };
}
