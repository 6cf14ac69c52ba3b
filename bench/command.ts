import { type ExecFileException, execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that takes longer is ended and has failed. @default 1800000 */
  readonly timeoutMs?: number;
}

/** What a failed command is called: its script where it has one, since `taskset -c` or `node` say nothing. */
function nameOf([file = '', ...args]: readonly string[]): string {
  const script = args.find((arg) => /\.[cm]?[jt]s$/.test(arg));
  return script === undefined ? `${file} ${args[0] ?? ''}`.trim() : basename(script);
}

/** Runs a command to its end and gives back what it wrote to stdout; a failure throws with its stderr. */
export async function runCommand(command: readonly string[], options: CommandOptions = {}): Promise<string> {
  const [file = '', ...args] = command;
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
    const name = nameOf(command);
    if (killed && code === null) throw new Error(`${name} took longer than ${timeoutMs / 1000} s`);
    throw new Error(`${name} failed: ${(stderr || stdout || message).trim().slice(-2000)}`);
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
