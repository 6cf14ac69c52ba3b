import { jsonLine } from '@erply-kit/command-line';
import { type Connection, readAccount } from '@erply-kit/command-line/erply';

import { type CommandIO, defineCommand } from '../command.ts';
import { connectFeed } from '../connect-feed.ts';
import type { FeedPolicy } from '../feed-policy.ts';
import type { FeedOutput } from '../files/feed-files.ts';
import { outputsOf, refuseUnfit } from '../files/outputs.ts';
import { connectionHelp, connectionOf, connectionOptions } from '../options/connection-options.ts';
import { feedHelp, feedOf, feedOptions } from '../options/feed-options.ts';
import { jsonHelp, jsonOption } from '../options/json-option.ts';
import { outputHelp, outputOptions } from '../options/output-options.ts';
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

/** `stock-feed run`: writes the files of a feed once. */
export const run = defineCommand({
  options: { ...outputOptions, ...feedOptions, ...connectionOptions, ...jsonOption },
  help: `Writes what is available in Erply to files: amountInStock - amountReserved.

  npx pnpm@12 stock-feed run [options]

${outputHelp}${feedHelp}${connectionHelp}${jsonHelp}`,
  read(values, cwd): RunRequest {
    const outputs = outputsOf(values.out, values.format, cwd);
    const feed = feedOf(values, cwd);
    refuseUnfit(outputs, feed.policy);
    return { outputs, ...feed, connection: connectionOf(values), json: values.json };
  },
  async obey(request, io) {
    const report = await writeOnce(request, io);
    io.stdout.write(request.json ? jsonLine({ event: 'report', ...report }) : reportText(report));
    return 0;
  },
});

async function writeOnce(
  request: RunRequest,
  { environment, signal, now, progress, sleep }: CommandIO,
): Promise<FeedReport> {
  const started = now();
  const account = readAccount(environment, request.connection);
  await using client = connectFeed(account, progress.note);
  const result = await runFeed({
    ...request,
    source: createErplySource(client, signal),
    clientCode: account.clientCode,
    progress,
    now,
    wait: sleep,
    signal,
  });
  const { requests, costUnits } = client.usage();
  return { ...result, requests, costUnits, seconds: (now() - started) / 1000 };
}
