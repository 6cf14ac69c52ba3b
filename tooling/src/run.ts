import { spawn } from 'node:child_process';
import { basename } from 'node:path';

import { refuseCanaries } from './canaries.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Show the output as it comes instead of keeping it. @default false */
  readonly live?: boolean;
  /** Ends a command that takes longer. @default no limit; 30 minutes where a failure throws */
  readonly timeoutMs?: number;
  /** It prints answers, which may have the canaries in them. @default false */
  readonly mayShowCanaries?: boolean;
}

export interface RunResult {
  readonly code: number;
  /** What the command wrote to stdout and stderr, in that order of arrival; empty when it was shown live. */
  readonly output: string;
  /** What it wrote to stdout alone. */
  readonly stdout: string;
}

/**
 * Runs a command to its end. Never throws: a command that cannot start counts as code 127. But in a test it does when
 * the command has printed a canary.
 */
export function run(command: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: options.live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs && { timeout: options.timeoutMs, killSignal: 'SIGKILL' as const }),
    });
    const written = { all: [] as Buffer[], stdout: [] as Buffer[] };
    child.stdout?.on('data', (chunk: Buffer) => {
      written.all.push(chunk);
      written.stdout.push(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => written.all.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: `${file}: ${error.message}`, stdout: '' }));
    child.on('close', (code, signal) => {
      const output = textOf(written.all);
      try {
        if (isInTest() && !options.mayShowCanaries)
          refuseCanaries(`the output of ${nameOf(command)}`, output);
      } catch (error) {
        reject(error);
        return;
      }
      const whole = signal ? `${output}\nended by ${signal}` : output;
      resolve({ code: code ?? 1, output: whole, stdout: textOf(written.stdout) });
    });
  });
}

/** Runs a command and gives back what it wrote to stdout; a failure throws with the end of all that it wrote. */
export async function runOrThrow(command: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output, stdout } = await run(command, { timeoutMs: 30 * 60_000, ...options });
  if (code === 0) return stdout;
  throw new Error(`${nameOf(command)} ended with code ${code}\n${output.trim().slice(-4000)}`.trimEnd());
}

/** Runs a program that ends with one line of JSON. A failure throws. */
export async function runForJson<TResult>(
  command: readonly string[],
  options?: RunOptions,
): Promise<TResult> {
  const lines = (await runOrThrow(command, options)).trim().split('\n');
  return JSON.parse(lines.at(-1) ?? '') as TResult;
}

/** Vitest says so. Elsewhere it may be the tests that are run, whose names have canaries in them. */
const isInTest = () => process.env.VITEST !== undefined;

/** What a failed command is called: by its script where it has one, since `taskset -c` or `node` say nothing. */
function nameOf(command: readonly string[]): string {
  const script = command.find((part) => /\.[cm]?[jt]s$/.test(part));
  return script === undefined ? command.slice(0, 3).join(' ') : basename(script);
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString();
}
