import { jsonLine, oneLine, signalExitCode } from '@erply-kit/command-line';
import { type Connection, readAccount } from '@erply-kit/command-line/erply';

import { type CommandIO, defineCommand } from '../command.ts';
import { connectFeed } from '../connect-feed.ts';
import type { FeedPolicy } from '../feed-policy.ts';
import type { FeedOutput } from '../files/feed-files.ts';
import { outputsOf, refuseUnfit } from '../files/outputs.ts';
import { keepFresh } from '../keep-fresh.ts';
import { connectionHelp, connectionOf, connectionOptions } from '../options/connection-options.ts';
import { feedHelp, feedOf, feedOptions } from '../options/feed-options.ts';
import { followHelp, followOf, followOptions } from '../options/follow-options.ts';
import { jsonHelp, jsonOption } from '../options/json-option.ts';
import { outputHelp, outputOptions } from '../options/output-options.ts';
import { type FeedReport, reportText } from '../report.ts';
import type { SafetyOptions } from '../safety.ts';
import { followErply } from '../source/followed-source.ts';
import { createWrittenFeed } from '../written-feed.ts';

interface WatchRequest extends ReturnType<typeof followOf> {
  readonly outputs: readonly FeedOutput[];
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly connection: Connection;
  readonly json: boolean;
}

/** `stock-feed watch`: keeps the files of a feed up to date until it is stopped. */
export const watch = defineCommand({
  options: {
    ...followOptions,
    ...outputOptions,
    ...feedOptions,
    ...connectionOptions,
    ...jsonOption,
  },
  help: `Keeps the files of a feed up to date: asks Erply what has changed, and replaces the files where anything has.

  npx pnpm@12 stock-feed watch [options]

${followHelp}${outputHelp}${feedHelp}${connectionHelp}${jsonHelp}`,
  read(values, cwd): WatchRequest {
    const outputs = outputsOf(values.out, values.format, cwd);
    const feed = feedOf(values, cwd);
    refuseUnfit(outputs, feed.policy);
    const { json } = values;
    return { ...followOf(values), outputs, ...feed, connection: connectionOf(values), json };
  },
  obey: watchUntilStopped,
});

async function watchUntilStopped(request: WatchRequest, io: CommandIO): Promise<number> {
  const { environment, signal, now, sleep, stdout, stderr } = io;
  const account = readAccount(environment, request.connection);
  const note = (line: string) => void stderr.write(`${oneLine(line)}\n`);
  await using client = connectFeed(account, note);
  const source = followErply({ client, signal, now, fullEveryMs: request.fullEveryMs });
  const feed = createWrittenFeed({
    ...request,
    source,
    clientCode: account.clientCode,
    now,
    sleep,
    note,
    signal,
  });
  const report = (written: FeedReport) =>
    stdout.write(request.json ? jsonLine({ event: 'report', ...written }) : reportText(written));
  await keepFresh({
    async refresh() {
      const [before, startedAt] = [client.usage(), now()];
      const result = await feed.refresh();
      if (!result) return;
      const { requests, costUnits } = client.usage();
      const used = { requests: requests - before.requests, costUnits: costUnits - before.costUnits };
      report({ ...result, ...used, seconds: (now() - startedAt) / 1000 });
    },
    ...{ everyMs: request.everyMs, now, sleep, note, signal },
  });
  note('stopped; the files are whole');
  return signalExitCode(signal);
}
