import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that takes longer is ended and has failed; without it, it may take as long as it likes. */
  readonly timeoutMs?: number;
}

/** Runs a command to its end and gives back what it wrote to stdout; a failure throws with its stderr. */
export async function runCommand(
  [file = '', ...args]: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const env = { ...process.env, ...options.env };
  try {
    const { stdout } = await execute(file, args, {
      cwd: options.cwd,
      env,
      timeout: options.timeoutMs,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stderr = '', stdout = '', message } = error as Error & { stderr?: string; stdout?: string };
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
