import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import { type ClientEvent, createClient, type ErplyClient, isErplyError } from '@erply-kit/client';
import {
  type AccountOptions,
  type Environment,
  readEnvironment,
  type Variables,
} from '@erply-kit/client/environment';

import { type Command, readArguments } from './arguments.ts';
import { clientMessage, orUsageError } from './client-message.ts';
import { createErplySource } from './erply-source.ts';
import { FeedError } from './feed-error.ts';
import { help } from './help.ts';
import { jsonLine } from './json-line.ts';
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
  readonly env: Variables;
  /** A file of more variables; it need not exist. */
  readonly envFile?: string;
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
  let environment: Environment | undefined;
  try {
    const command = readArguments(options.args, options.cwd);
    if (command.kind !== 'run') return inform(command.kind, options);
    environment = openEnvironment(options);
    const report = await run(command, { ...options, environment }, progress);
    options.stdout.write(json ? jsonLine({ event: 'report', ...report }) : reportText(report));
    return 0;
  } catch (error) {
    progress.end();
    const hasOwnAddress = Boolean(environment?.variables.ERPLY_API_URL);
    const failure = failureOf(error, { signal: options.signal, hasOwnAddress });
    const { exitCode } = failure;
    const message = oneLine(failure.message);
    options.stderr.write(`stock-feed: ${message}\n`);
    if (json) options.stdout.write(jsonLine({ event: 'failure', exitCode, message }));
    return exitCode;
  }
}

function openEnvironment({ env, envFile, stderr }: MainOptions): Environment {
  return orUsageError(() =>
    readEnvironment({
      variables: env,
      onNote: (note) => stderr.write(`stock-feed: note: ${oneLine(note)}\n`),
      ...(envFile !== undefined && { file: envFile }),
    }),
  );
}

function inform(kind: 'help' | 'version', { stdout }: MainOptions): number {
  stdout.write(kind === 'help' ? help : `${version()}\n`);
  return 0;
}

async function run(
  command: Extract<Command, { kind: 'run' }>,
  { environment, signal, now }: MainOptions & { readonly environment: Environment },
  progress: Progress,
): Promise<FeedReport> {
  const started = now();
  const credentials = { ...orUsageError(environment.accountOptions), ...command.connection };
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

function connect(credentials: AccountOptions, progress: Progress): ErplyClient {
  const onEvent = (event: ClientEvent) => {
    if (event.kind !== 'quotaWait') return;
    progress.note(`the hour's quota is used up; going on at ${event.resumesAt.toISOString()}`);
  };
  return orUsageError(() => createClient({ ...credentials, onEvent }));
}

interface Circumstances {
  readonly signal: AbortSignal;
  readonly hasOwnAddress: boolean;
}

function failureOf(
  error: unknown,
  { signal, hasOwnAddress }: Circumstances,
): { message: string; exitCode: number } {
  if (signal.aborted) {
    const exitCode = signal.reason === 'SIGINT' ? 130 : 143;
    return { message: 'interrupted; the files are as they were', exitCode };
  }
  if (error instanceof UsageError) return { message: `${error.message} (see --help)`, exitCode: 2 };
  if (error instanceof FeedError) return { message: error.message, exitCode: 1 };
  if (!isErplyError(error)) return { message: `unexpected failure: ${text(error)}`, exitCode: 1 };
  const hint = error.kind === 'transport' && hasOwnAddress ? ' Is ERPLY_API_URL right?' : '';
  return { message: `${clientMessage(error)}.${hint}`, exitCode: 1 };
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
