import { setTimeout } from 'node:timers/promises';

import { jsonLine } from '@erply-kit/command-line';
import { type Connection, connect, readAccount } from '@erply-kit/command-line/erply';

import { type CommandIO, defineCommand } from '../command.ts';
import type { FeedPolicy } from '../feed-policy.ts';
import { createLiveFeed } from '../live-feed.ts';
import { connectionHelp, connectionOf, connectionOptions } from '../options/connection-options.ts';
import { feedHelp, feedOf, feedOptions } from '../options/feed-options.ts';
import { jsonHelp, jsonOption } from '../options/json-option.ts';
import { accessOf, type ServeRequest, serveHelp, serveOf, serveOptions } from '../options/serve-options.ts';
import type { SafetyOptions } from '../safety.ts';
import { serveFeed, serveLimits } from '../serve/serve-feed.ts';
import { followErply } from '../source/followed-source.ts';

interface Request extends ServeRequest {
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly connection: Connection;
  readonly json: boolean;
}

/** `stock-feed serve`: serves the feed over HTTP, and keeps it fresh. */
export const serve = defineCommand({
  options: { ...serveOptions, ...feedOptions, ...connectionOptions, ...jsonOption },
  help: `Serves what is available in Erply over HTTP, and keeps it fresh.

  npx pnpm@12 stock-feed serve [options]

${serveHelp}${feedHelp}${connectionHelp}${jsonHelp}`,
  read: (values, cwd): Request => ({
    ...serveOf(values),
    ...feedOf(values, cwd),
    connection: connectionOf(values),
    json: values.json,
  }),
  async obey(request, io) {
    await serveUntilStopped(request, io);
    return 0;
  },
});

async function serveUntilStopped(request: Request, io: CommandIO): Promise<void> {
  const { environment, signal, now, progress, stdout } = io;
  const { policy, safety, port, everyMs, maxAgeMs } = request;
  const access = accessOf(request, io.cwd, environment.variables);
  const account = readAccount(environment, request.connection);
  await using client = connect(account);
  const source = followErply({ client, signal, now, fullEveryMs });
  await serveFeed({
    ...{ policy, access, port, everyMs, maxAgeMs, now, signal },
    feed: createLiveFeed({ source, policy, safety, progress }),
    limits: serveLimits,
    onListening: (url) =>
      stdout.write(request.json ? jsonLine({ event: 'listening', url }) : `serving at ${url}\n`),
    note: progress.note,
    sleep: (milliseconds) => setTimeout(milliseconds, undefined, { signal }),
    every(milliseconds, task) {
      const timer = setInterval(task, milliseconds).unref();
      return () => clearInterval(timer);
    },
  });
}

/** Everything is read again once a day, whatever has moved. */
const fullEveryMs = 24 * 3_600_000;
