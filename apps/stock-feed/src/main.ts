import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import { type ClientEvent, createClient, type ErplyClient, isErplyError } from '@erply-kit/client';

import { type Command, readArguments } from './arguments.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import { createErplySource } from './erply-source.ts';
import { FeedError } from './feed-error.ts';
import { help } from './help.ts';
import { oneLine } from './one-line.ts';
import { createProgress, type Progress } from './progress.ts';
import { type FeedReport, reportText } from './report.ts';
import { runFeed } from './run-feed.ts';
import { UsageError } from './usage-error.ts';

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What the program gets from its surroundings. */
export interface MainOptions {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted with the name of the signal that ends the program. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Runs the program and gives back its exit code. Never throws. */
export async function main(options: MainOptions): Promise<number> {
  const progress = createProgress(options.stderr);
  const json = options.args.includes('--json');
  try {
    const command = readArguments(options.args, options.cwd);
    options.stdout.write(await answer(command, options, progress));
    return 0;
  } catch (error) {
    progress.end();
    const { message, exitCode } = failureOf(error, options);
    options.stderr.write(`stock-feed: ${oneLine(message)}\n`);
    if (json) options.stdout.write(`${JSON.stringify({ event: 'failure', exitCode, message })}\n`);
    return exitCode;
  }
}

async function answer(command: Command, options: MainOptions, progress: Progress): Promise<string> {
  switch (command.kind) {
    case 'help':
      return help;
    case 'version':
      return `${version()}\n`;
    case 'run': {
      const report = await run(command, options, progress);
      return command.json ? `${JSON.stringify({ event: 'report', ...report })}\n` : reportText(report);
    }
  }
}

async function run(
  command: Extract<Command, { kind: 'run' }>,
  options: MainOptions,
  progress: Progress,
): Promise<FeedReport> {
  const { signal, now } = options;
  const started = now();
  const credentials = await readCredentials(options.env);
  await using client = connect(credentials, progress);
  const source = createErplySource(client, signal);
  const result = await runFeed({
    ...command,
    source,
    clientCode: credentials.clientCode,
    progress,
    now,
    wait: (milliseconds) => setTimeout(milliseconds, undefined, { signal }),
    signal,
  });
  const { requests, costUnits } = client.usage();
  return { ...result, requests, costUnits, seconds: (now() - started) / 1000 };
}

function connect(credentials: Credentials, progress: Progress): ErplyClient {
  const onEvent = (event: ClientEvent) => {
    if (event.kind !== 'quotaWait') return;
    progress.note(`the hour's quota is used up; going on at ${event.resumesAt.toISOString()}`);
  };
  try {
    return createClient({ ...credentials, onEvent });
  } catch (error) {
    // What the client refuses before the first call is wrong in the environment.
    throw isErplyError(error) ? new UsageError(error.message) : error;
  }
}

function failureOf(error: unknown, { env, signal }: MainOptions): { message: string; exitCode: number } {
  if (signal.aborted) {
    const exitCode = signal.reason === 'SIGINT' ? 130 : 143;
    return { message: 'interrupted; the files are as they were', exitCode };
  }
  if (error instanceof UsageError) return { message: `${error.message} (see --help)`, exitCode: 2 };
  if (error instanceof FeedError) return { message: error.message, exitCode: 1 };
  if (!isErplyError(error)) return { message: `unexpected failure: ${text(error)}`, exitCode: 1 };
  const isOwnAddress = error.kind === 'transport' && env.ERPLY_API_URL;
  return { message: `${error.message}${isOwnAddress ? ' Is ERPLY_API_URL right?' : ''}`, exitCode: 1 };
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
