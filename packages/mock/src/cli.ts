#!/usr/bin/env node
import { ownAncestors } from './cli/ancestors.ts';
import { endWithStarters } from './cli/end-with-starters.ts';
import { defaultPort, explainFailure } from './cli/explain-failure.ts';
import { helpText } from './cli/help.ts';
import { logLine } from './cli/log-line.ts';
import { oneLine } from './cli/one-line.ts';
import { type Prints, readOptions } from './cli/read-options.ts';
import { reportText } from './cli/report-text.ts';
import { startersIn } from './cli/starters.ts';
import type { LoggedRequest } from './options.ts';
import { listen, type StartOptions } from './start-mock.ts';
import { version } from './version.ts';

/** The npm, npx or pnpm that started this, and what is between; all of them set the variable for what they start. */
async function ownStarters(): Promise<readonly number[]> {
  return process.env.npm_config_user_agent === undefined ? [] : startersIn(await ownAncestors());
}

async function start(options: StartOptions, { log, report }: Prints): Promise<void> {
  // Looked for beside the start, and known before anybody can see the server: a starter that ends then is missed.
  const looking = ownStarters();
  const written = new Set<string>();
  const onNote = (note: string) => {
    // Each note once: a client that repeats itself would fill the log.
    if (written.size > 1000 || written.has(note)) return;
    written.add(note);
    process.stderr.write(`erply-mock: ${oneLine(note)}\n`);
  };
  const onRequest =
    log === undefined
      ? undefined
      : (request: LoggedRequest) => void process.stderr.write(`${logLine(request, log)}\n`);
  const mock = await listen({ port: defaultPort, onNote, onRequest, ...options }, { ownsProcess: true });
  const starters = await looking;
  process.stdout.write(`${mock.url}\n`);
  const end = () =>
    void mock.close().then(
      () => {
        const text = report === undefined ? '' : reportText(mock, report);
        process.stderr.write(text, () => process.exit(0));
      },
      (error: unknown) => {
        process.stderr.write(`erply-mock: ${oneLine(explainFailure(error, options).line)}\n`);
        process.exit(1);
      },
    );
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  endWithStarters(starters, () => {
    process.stderr.write('erply-mock: ends, because the npm, npx or pnpm that started it has ended\n');
    end();
  });
}

let options: StartOptions = {};
try {
  const command = readOptions(process.argv.slice(2), process.env);
  if (command.kind === 'help') process.stdout.write(helpText());
  else if (command.kind === 'version') process.stdout.write(`${version}\n`);
  else {
    options = command.options;
    await start(options, command.prints);
  }
} catch (error) {
  const { line, exitCode } = explainFailure(error, options);
  process.stderr.write(`erply-mock: ${oneLine(line)}\n`);
  process.exitCode = exitCode;
}
