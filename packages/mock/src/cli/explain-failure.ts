import { SwitchError } from '../config/switches.ts';
import { OptionError } from '../options.ts';
import { BundleError } from '../replay.ts';
import type { StartOptions } from '../start-mock.ts';
import { flagName } from './flags.ts';
import { CommandError } from './run-command.ts';
import { UsageError } from './usage-error.ts';

/** Where the command listens where no host is given. */
export const defaultPort = 8090;

/** What to say to somebody whose server does not start, and the exit code: 2 for wrong usage, 1 for a failure. */
export function explainFailure(error: unknown, options: StartOptions): { line: string; exitCode: number } {
  if (error instanceof CommandError) return { line: error.message, exitCode: error.exitCode };
  if (error instanceof OptionError && error.option !== undefined)
    return { line: `${flagName(error.option)} ${error.problem}`, exitCode: 2 };
  const isUsage = [UsageError, OptionError, SwitchError, BundleError, RangeError].some(
    (kind) => error instanceof kind,
  );
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
