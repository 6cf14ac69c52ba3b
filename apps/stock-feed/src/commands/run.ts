import { setTimeout } from 'node:timers/promises';

import type { ClientEvent } from '@erply-kit/client';
import { jsonLine } from '@erply-kit/command-line';
import { type Connection, connect, readAccount } from '@erply-kit/command-line/erply';

import { type CommandIO, defineCommand } from '../command.ts';
import type { FeedPolicy } from '../feed-policy.ts';
import type { FeedOutput } from '../files/feed-files.ts';
import { outputsOf } from '../files/outputs.ts';
import { formatNames } from '../formats/formats.ts';
import { connectionHelp, connectionOf, connectionOptions } from '../options/connection-options.ts';
import { jsonHelp, jsonOption } from '../options/json-option.ts';
import { outputHelp, outputOptions } from '../options/output-options.ts';
import { policyHelp, policyOf, policyOptions } from '../options/policy-options.ts';
import { safetyHelp, safetyOf, safetyOptions } from '../options/safety-options.ts';
import type { Progress } from '../progress.ts';
import { type FeedReport, reportText } from '../report.ts';
import { runFeed } from '../run-feed.ts';
import type { SafetyOptions } from '../safety.ts';
import { createErplySource } from '../source/erply-source.ts';

interface RunRequest {
  readonly outputs: readonly FeedOutput[];
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly connection: Connection;
  readonly json: boolean;
}

const titles = formatNames.map((name) => name.toUpperCase()).join(' and ');

/** `stock-feed run`: writes the files of a feed once. */
export const run = defineCommand({
  options: { ...outputOptions, ...policyOptions, ...safetyOptions, ...connectionOptions, ...jsonOption },
  help: `Writes what is available in Erply as ${titles}: amountInStock - amountReserved.

  npx pnpm@12 stock-feed run [options]

${outputHelp}${policyHelp}${safetyHelp}${connectionHelp}${jsonHelp}`,
  read: (values, cwd): RunRequest => ({
    outputs: outputsOf(values.out, values.format, cwd),
    policy: policyOf(values),
    safety: safetyOf(values),
    connection: connectionOf(values),
    json: values.json,
  }),
  async obey(request, io) {
    const report = await writeOnce(request, io);
    io.stdout.write(request.json ? jsonLine({ event: 'report', ...report }) : reportText(report));
    return 0;
  },
});

async function writeOnce(
  request: RunRequest,
  { environment, signal, now, progress }: CommandIO,
): Promise<FeedReport> {
  const started = now();
  const account = readAccount(environment, request.connection);
  await using client = connect(account, noteQuotaWaits(progress));
  const result = await runFeed({
    ...request,
    source: createErplySource(client, signal),
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
