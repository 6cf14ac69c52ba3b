import { jsonLine, oneLine, signalExitCode } from '@erply-kit/command-line';
import { type Connection, readAccount } from '@erply-kit/command-line/erply';

import { type CommandIO, defineCommand } from '../command.ts';
import { connectFeed } from '../connect-feed.ts';
import type { FeedPolicy } from '../feed-policy.ts';
import { createLiveFeed } from '../live-feed.ts';
import { connectionHelp, connectionOf, connectionOptions } from '../options/connection-options.ts';
import { feedHelp, feedOf, feedOptions } from '../options/feed-options.ts';
import { followHelp, followOf, followOptions } from '../options/follow-options.ts';
import { jsonHelp, jsonOption } from '../options/json-option.ts';
import { accessOf, type ServeRequest, serveHelp, serveOf, serveOptions } from '../options/serve-options.ts';
import type { SafetyOptions } from '../safety.ts';
import { serveFeed, serveLimits } from '../serve/serve-feed.ts';
import { followErply } from '../source/followed-source.ts';

interface Request extends ServeRequest, ReturnType<typeof followOf> {
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly connection: Connection;
  readonly json: boolean;
}

/** `stock-feed serve`: serves the feed over HTTP, and keeps it fresh. */
export const serve = defineCommand({
  options: { ...serveOptions, ...followOptions, ...feedOptions, ...connectionOptions, ...jsonOption },
  help: `Serves what is available in Erply over HTTP, and keeps it fresh.

  npx pnpm@12 stock-feed serve [options]

${serveHelp}${followHelp}${feedHelp}${connectionHelp}${jsonHelp}`,
  read: (values, cwd): Request => ({
    ...followOf(values),
    ...serveOf(values, followOf(values).everyMs),
    ...feedOf(values, cwd),
    connection: connectionOf(values),
    json: values.json,
  }),
  async obey(request, io) {
    await serveUntilStopped(request, io);
    return signalExitCode(io.signal);
  },
});

async function serveUntilStopped(request: Request, io: CommandIO): Promise<void> {
  const { environment, signal, now, progress, sleep, stdout, stderr } = io;
  const note = (line: string) => void stderr.write(`${oneLine(line)}\n`);
  const { policy, safety, port, everyMs, maxAgeMs } = request;
  const access = accessOf(request, io.cwd, environment.variables);
  const account = readAccount(environment, request.connection);
  await using client = connectFeed(account, note);
  const source = followErply({ client, signal, now, fullEveryMs: request.fullEveryMs });
  await serveFeed({
    ...{ policy, access, port, everyMs, maxAgeMs, now, signal },
    feed: createLiveFeed({ source, policy, safety, progress }),
    limits: serveLimits,
    onListening: (url) =>
      stdout.write(request.json ? jsonLine({ event: 'listening', url }) : `serving at ${url}\n`),
    note,
    sleep,
    every(milliseconds, task) {
      const timer = setInterval(task, milliseconds).unref();
      return () => clearInterval(timer);
    },
  });
}
