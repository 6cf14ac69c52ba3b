import { type ExecFileException, execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that takes longer is ended and has failed. @default 1800000 */
  readonly timeoutMs?: number;
}

/** Runs a command to its end and gives back what it wrote to stdout; a failure throws with its stderr. */
export async function runCommand(
  [file = '', ...args]: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const env = { ...process.env, ...options.env };
  const { timeoutMs = 30 * 60_000 } = options;
  try {
    const { stdout } = await execute(file, args, {
      cwd: options.cwd,
      env,
      timeout: timeoutMs,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stderr = '', stdout = '', message, killed, code } = error as ExecFileException;
    if (killed && code === null)
      throw new Error(`${file} ${args[0] ?? ''} took longer than ${timeoutMs / 1000} s`);
    throw new Error(`${file} ${args[0] ?? ''} failed: ${(stderr || stdout || message).trim().slice(-2000)}`);
  }
}

/** Runs a program that ends with one line of JSON. */
export async function runForJson<TResult>(
  command: readonly string[],
  options?: CommandOptions,
): Promise<TResult> {
  const lines = (await runCommand(command, options)).trim().split('\n');
  return JSON.parse(lines.at(-1) ?? '') as TResult;
}
