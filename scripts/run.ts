import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Show the output as it comes instead of keeping it. @default false */
  readonly live?: boolean;
  /** Ends a command that takes longer. @default no limit */
  readonly timeoutMs?: number;
}

export interface RunResult {
  readonly code: number;
  /** What the command wrote to stdout and stderr, in that order of arrival; empty when it was shown live. */
  readonly output: string;
}

/** Runs a command to its end. Never throws: a command that cannot start counts as code 127. */
export function run(command: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const [file = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: options.live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs && { timeout: options.timeoutMs, killSignal: 'SIGKILL' as const }),
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: `${file}: ${error.message}` }));
    child.on('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString();
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

/** Runs a command and gives back its output; a failure throws with that output. */
export async function runOrThrow(command: readonly string[], options: RunOptions = {}): Promise<string> {
  const result = await run(command, options);
  if (result.code === 0) return result.output;
  throw new Error(`${command.join(' ')} ended with code ${result.code}\n${result.output}`.trimEnd());
}
