import { setTimeout } from 'node:timers/promises';

import type { ClientEvent } from '@erply-kit/client';
import type { Environment } from '@erply-kit/client/environment';
import {
  jsonLine,
  type ProcessIO,
  readVersion,
  reportFailure,
  signalExitCode,
} from '@erply-kit/command-line';
import { connect, describeFailure, openEnvironment, readAccount } from '@erply-kit/command-line/erply';

import { type Command, readArguments } from './arguments.ts';
import { FeedError } from './feed-error.ts';
import { help } from './help.ts';
import { createProgress, type Progress } from './progress.ts';
import { type FeedReport, reportText } from './report.ts';
import { runFeed } from './run-feed.ts';
import { createErplySource } from './source/erply-source.ts';

/** Runs the program and gives back its exit code. Never throws. */
export async function main(io: ProcessIO): Promise<number> {
  const progress = createProgress(io.stderr);
  let environment: Environment | undefined;
  try {
    const command = readArguments(io.args, io.cwd);
    if (command.kind !== 'run') return inform(command.kind, io);
    environment = openEnvironment(io, { program: 'stock-feed' });
    const report = await run(command, { ...io, environment }, progress);
    io.stdout.write(command.json ? jsonLine({ event: 'report', ...report }) : reportText(report));
    return 0;
  } catch (error) {
    progress.end();
    const failure = io.signal.aborted
      ? { message: 'interrupted; the files are as they were', exitCode: signalExitCode(io.signal) }
      : describeFailure(error, { ownError: FeedError, environment });
    return reportFailure(failure, io, 'stock-feed');
  }
}

function inform(kind: 'help' | 'version', { stdout }: ProcessIO): number {
  const version = () => readVersion(new URL('../package.json', import.meta.url));
  stdout.write(kind === 'help' ? help : `${version()}\n`);
  return 0;
}

async function run(
  command: Extract<Command, { kind: 'run' }>,
  { environment, signal, now }: ProcessIO & { readonly environment: Environment },
  progress: Progress,
): Promise<FeedReport> {
  const started = now();
  const account = readAccount(environment, command.connection);
  await using client = connect(account, noteQuotaWaits(progress));
  const source = createErplySource(client, signal);
  const result = await runFeed({
    ...command,
    source,
    clientCode: account.clientCode,
    progress,
    now,
    wait: (milliseconds) => setTimeout(milliseconds, undefined, { signal }),
    signal,
  });
  const { requests, costUnits } = client.usage();
  return { ...result, requests, costUnits, seconds: (now() - started) / 1000 };
}

function noteQuotaWaits(progress: Progress): (event: ClientEvent) => void {
  return (event) => {
    if (event.kind !== 'quotaWait') return;
    progress.note(`the hour's quota is used up; going on at ${event.resumesAt.toISOString()}`);
  };
}
