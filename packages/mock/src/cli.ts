#!/usr/bin/env node
import { resolve } from 'node:path';

import { ownAncestors } from './cli/ancestors.ts';
import { openAuthorityFile } from './cli/authority-file.ts';
import { endWithStarters } from './cli/end-with-starters.ts';
import { environmentOf, type Variables } from './cli/environment.ts';
import { defaultPort, explainFailure } from './cli/explain-failure.ts';
import { helpText } from './cli/help.ts';
import { logLine } from './cli/log-line.ts';
import { oneLine } from './cli/one-line.ts';
import { type Command, type OwnOptions, readOptions } from './cli/read-options.ts';
import { openReadyFile } from './cli/ready-file.ts';
import { replayFile } from './cli/replay-file.ts';
import { reportText } from './cli/report-text.ts';
import { runCommand } from './cli/run-command.ts';
import { shellLines } from './cli/shells.ts';
import { startersIn } from './cli/starters.ts';
import type { LoggedRequest } from './options.ts';
import { listen, type RunningMock, type StartOptions } from './start-mock.ts';
import { version } from './version.ts';

/** The npm, npx or pnpm that started this, and what is between; all of them set the variable for what they start. */
async function ownStarters(): Promise<readonly number[]> {
  return process.env.npm_config_user_agent === undefined ? [] : startersIn(await ownAncestors());
}

/** Starts the fake; each note about it once: a client that repeats itself would fill the log. */
function open(options: StartOptions, { log }: OwnOptions): Promise<RunningMock> {
  const written = new Set<string>();
  const onNote = (note: string) => {
    if (written.size > 1000 || written.has(note)) return;
    written.add(note);
    process.stderr.write(`erply-mock: ${oneLine(note)}\n`);
  };
  const onRequest =
    log === undefined
      ? undefined
      : (request: LoggedRequest) => void process.stderr.write(`${logLine(request, log)}\n`);
  return listen({ onNote, onRequest, ...options }, { ownsProcess: true });
}

const written = (text: string) => new Promise<void>((done) => process.stderr.write(text, () => done()));

/** Starts a fake, lets `use` have it, and ends it. */
async function withMock<TResult>(
  { options, own }: { readonly options: StartOptions; readonly own: OwnOptions },
  use: (mock: RunningMock, starters: readonly number[]) => Promise<TResult>,
): Promise<TResult> {
  const readyFile = own.readyFile === undefined ? undefined : openReadyFile(own.readyFile);
  const writeAuthority = own.tlsCa === undefined ? undefined : openAuthorityFile(own.tlsCa);
  // Looked for beside the start, and known before anybody can see the server: a starter that ends then is missed.
  const looking = ownStarters();
  await using mock = await open(options, own);
  const starters = await looking;
  const remove = () => readyFile?.remove();
  process.once('exit', remove);
  try {
    if (mock.tls !== undefined) writeAuthority?.(mock.tls.ca);
    readyFile?.write(mock.url);
    const result = await use(mock, starters);
    if (own.report !== undefined) await written(reportText(mock, own.report));
    return result;
  } finally {
    remove();
  }
}

/** Until a signal comes, or until the npm that this was started through is gone. */
function serve(mock: RunningMock, starters: readonly number[]): Promise<void> {
  process.stdout.write(`${mock.url}\n`);
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
    endWithStarters(starters, () => {
      process.stderr.write('erply-mock: ends, because the npm, npx or pnpm that started it has ended\n');
      resolve();
    });
  });
}

/** Node's other certificates stay what they are, also those that the environment names already. */
function trusting({ tlsCa }: OwnOptions): Variables {
  if (tlsCa === undefined || process.env.NODE_EXTRA_CA_CERTS) return {};
  return { NODE_EXTRA_CA_CERTS: resolve(tlsCa) };
}

/** Does what the command line says, and answers the exit code. */
async function obey(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(helpText(command.of));
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'replay':
      return replayFile(command, (line) => process.stdout.write(`${line}\n`));
    case 'env':
      process.stdout.write(shellLines(command.shell, environmentOf(command.target)));
      return 0;
    case 'run':
      return withMock(command, ({ url }, starters) => {
        const variables = {
          ...environmentOf({ url, clientCode: command.clientCode }),
          ...trusting(command.own),
        };
        return runCommand(command.command, { variables, starters });
      });
    case 'start':
      await withMock({ ...command, options: { port: defaultPort, ...command.options } }, serve);
      return 0;
  }
}

let options: StartOptions = {};
try {
  const command = readOptions(process.argv.slice(2), process.env);
  if ('options' in command) options = command.options;
  const exitCode = await obey(command);
  // A connection that is still being closed must not hold up who waits for the end.
  if ('options' in command) process.exit(exitCode);
} catch (error) {
  const { line, exitCode } = explainFailure(error, options);
  process.stderr.write(`erply-mock: ${oneLine(line)}\n`);
  process.exitCode = exitCode;
}
