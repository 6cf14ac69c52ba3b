import { jsonLine, reportFailure, signalExitCode } from '@erply-kit/command-line';
import { type Connection, readAccount } from '@erply-kit/command-line/erply';

import { type CommandIO, defineCommand } from '../command.ts';
import { connectFeed } from '../connect-feed.ts';
import type { FeedPolicy } from '../feed-policy.ts';
import { connectionHelp, connectionOf, connectionOptions } from '../options/connection-options.ts';
import { feedHelp, feedOf, feedOptions } from '../options/feed-options.ts';
import { jsonHelp, jsonOption } from '../options/json-option.ts';
import {
  type PushRequest,
  pushHelp,
  pushOf,
  pushOptions,
  receiverOf,
  secretsOf,
} from '../options/push-options.ts';
import { openOutbox } from '../push/open-outbox.ts';
import { type PushReport, pushReportText } from '../push/push-report.ts';
import { runPush } from '../push/run-push.ts';
import { sendBatch } from '../push/send-batch.ts';
import type { SafetyOptions } from '../safety.ts';
import { createErplySource } from '../source/erply-source.ts';

/** Standard Webhooks recommends 15 to 30 seconds. */
const answerTimeoutMs = 30_000;

interface Request extends PushRequest {
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly connection: Connection;
  readonly json: boolean;
}

/** `stock-feed push`: sends what has changed to a receiver, signed. */
export const push = defineCommand({
  options: { ...pushOptions, ...feedOptions, ...connectionOptions, ...jsonOption },
  help: `Sends what has changed since the last push to a receiver, as signed JSON.

  npx pnpm@12 stock-feed push --to URL [options]

${pushHelp}${feedHelp}${connectionHelp}${jsonHelp}`,
  read: (values, cwd): Request => ({
    ...pushOf(values, cwd),
    ...feedOf(values, cwd),
    connection: connectionOf(values),
    json: values.json,
  }),
  async obey(request, io) {
    try {
      const report = await pushOnce(request, io);
      io.stdout.write(request.json ? jsonLine({ event: 'report', ...report }) : pushReportText(report));
      return 0;
    } catch (error) {
      if (!io.signal.aborted) throw error;
      io.progress.end();
      const message = 'interrupted; what was not acknowledged is sent by the next push';
      return reportFailure({ message, exitCode: signalExitCode(io.signal) }, io, 'stock-feed');
    }
  },
});

const itemsOf = ({ groups, sum }: FeedPolicy) => (groups ? 'group' : sum ? 'product' : 'warehouse');

async function pushOnce(request: Request, io: CommandIO): Promise<PushReport> {
  const { environment, signal, now, sleep, progress } = io;
  const started = now();
  const receiver = receiverOf(request, environment.variables);
  const secrets = secretsOf(request, io.cwd, environment.variables);
  const account = readAccount(environment, request.connection);
  const { clientCode } = account;
  await using client = connectFeed(account, progress.note);
  using outbox = await openOutbox(request.outbox, {
    clientCode,
    url: receiver.url,
    by: itemsOf(request.policy),
  });
  const sending = { url: receiver.url, secrets, now, timeoutMs: answerTimeoutMs, signal };
  const result = await runPush({
    ...request,
    ...{ clientCode, outbox, progress, now, signal },
    source: createErplySource(client, signal),
    delivery: {
      receiver,
      maxAttempts: request.maxAttempts,
      send: (batch) => sendBatch(batch, sending),
      wait: sleep,
      random: Math.random,
      onRetry: progress.note,
    },
  });
  const { requests, costUnits } = client.usage();
  return { ...result, to: receiver.label, requests, costUnits, seconds: (now() - started) / 1000 };
}
