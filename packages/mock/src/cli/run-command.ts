import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';

import { endWithStarters } from './end-with-starters.ts';
import type { Variables } from './environment.ts';
import { passSignals } from './pass-signals.ts';
import { type ProcessGroup, processGroup } from './process-group.ts';

export interface CommandOptions {
  readonly variables: Variables;
  /** The npm, npx or pnpm that this process was started through: the command ends with it. */
  readonly starters: readonly number[];
}

/** A command that could not be started; the exit codes are those of a shell. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: 126 | 127;

  constructor(file: string, { code }: NodeJS.ErrnoException) {
    super(code === 'ENOENT' ? `"${file}" was not found: ${findHint()}` : `"${file}" cannot be run (${code})`);
    this.exitCode = code === 'ENOENT' ? 127 : 126;
  }
}

function findHint(): string {
  // There `npm` is a script, which only a shell can run.
  if (process.platform === 'win32') return 'is it on the PATH? Scripts need their shell: cmd /c npm test';
  return 'is it installed, and on the PATH? A line for the shell needs one: sh -c "…"';
}

/**
 * Runs a command to its end, with the input and output of this process, and answers its exit code: 128 and the number
 * of the signal where one has ended it. Away from a terminal nothing that it has started stays behind, but for what has
 * a session of its own.
 * @throws CommandError when it cannot be started.
 */
export async function runCommand(command: readonly string[], options: CommandOptions): Promise<number> {
  const [file = '', ...args] = command;
  // In a terminal it must stay in the terminal's group: else it could not read, and Ctrl-C would not reach it.
  const isInteractive = process.stdin.isTTY === true;
  const hasGroup = !isInteractive && process.platform !== 'win32';
  const env = { ...process.env, ...options.variables };
  const child = spawn(file, args, { stdio: 'inherit', env, detached: hasGroup });
  const group = processGroup(child, hasGroup);
  const kill = () => group.send('SIGKILL');
  process.once('exit', kill);
  const { pass, stop } = passSignals(group, isInteractive);
  endWithStarters(options.starters, () => pass('SIGTERM'));
  try {
    return await ended(child, file, group);
  } finally {
    stop();
    process.off('exit', kill);
  }
}

async function ended(child: ChildProcess, file: string, group: ProcessGroup): Promise<number> {
  const { code, signal } = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(
    (resolve, reject) => {
      child.once('error', (error) => reject(new CommandError(file, error)));
      child.once('exit', (code, signal) => resolve({ code, signal }));
    },
  );
  await group.end();
  return signal === null ? (code ?? 1) : 128 + constants.signals[signal];
}
