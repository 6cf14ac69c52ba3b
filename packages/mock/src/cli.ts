#!/usr/bin/env node
import { SwitchError } from './account/switches.ts';
import { ownAncestors } from './cli/ancestors.ts';
import { endWithStarters } from './cli/end-with-starters.ts';
import { flagName } from './cli/flags.ts';
import { helpText } from './cli/help.ts';
import { readOptions } from './cli/read-options.ts';
import { startersIn } from './cli/starters.ts';
import { UsageError } from './cli/usage-error.ts';
import { OptionError } from './options.ts';
import { listen, type StartOptions } from './start-mock.ts';
import { version } from './version.ts';

const defaultPort = 8090;

/** What to tell somebody whose server does not start, and the exit code: 2 for wrong usage, 1 for a failure. */
function explain(error: unknown, options: StartOptions): { line: string; exitCode: 1 | 2 } {
  if (error instanceof OptionError && error.option !== undefined)
    return { line: `${flagName(error.option)} ${error.problem}`, exitCode: 2 };
  const isUsage = [UsageError, OptionError, SwitchError, RangeError].some((kind) => error instanceof kind);
  if (error instanceof Error && isUsage) return { line: error.message, exitCode: 2 };
  const code = (error as { code?: string } | null)?.code;
  const port = options.port ?? defaultPort;
  if (code === 'EADDRINUSE')
    return { line: `port ${port} is in use: choose another with --port, or --port 0`, exitCode: 1 };
  if (code === 'EACCES')
    return { line: `port ${port} is not open to this user: choose one above 1023 with --port`, exitCode: 1 };
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return { line: `cannot listen on ${options.host}: no address of this machine; see --host`, exitCode: 1 };
  }
  return { line: error instanceof Error ? error.message : 'unknown failure', exitCode: 1 };
}

/** The npm, npx or pnpm that started this, and what is between; all of them set the variable for what they start. */
async function ownStarters(): Promise<readonly number[]> {
  return process.env.npm_config_user_agent === undefined ? [] : startersIn(await ownAncestors());
}

async function start(options: StartOptions): Promise<void> {
  // Looked for beside the start, and known before anybody can see the server: a starter that ends then is missed.
  const looking = ownStarters();
  const told = new Set<string>();
  const onNote = (note: string) => {
    // Each note once: a client that repeats itself would fill the log.
    if (told.size > 1000 || told.has(note)) return;
    told.add(note);
    process.stderr.write(`erply-mock: ${note}\n`);
  };
  const mock = await listen({ port: defaultPort, onNote, ...options }, { ownsProcess: true });
  const starters = await looking;
  process.stdout.write(`${mock.url}\n`);
  const end = () => void mock.close().then(() => process.exit(0));
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
    await start(options);
  }
} catch (error) {
  const { line, exitCode } = explain(error, options);
  process.stderr.write(`erply-mock: ${line}\n`);
  process.exitCode = exitCode;
}
