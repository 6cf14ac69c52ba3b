import {
  type AccountOptions,
  type Environment,
  type EnvironmentSource,
  readEnvironment,
} from '@erply-kit/client/environment';

import { oneLine } from './one-line.ts';
import type { ProcessIO } from './process-io.ts';
import type { Connection } from './read-connection.ts';
import { rethrowAsUsageError } from './rethrow-as-usage-error.ts';

interface Reader extends Pick<EnvironmentSource, 'alsoRead'> {
  /** What the notes on stderr begin with. */
  readonly program: string;
}

/** Reads the variables of the process and of its file; throws `UsageError` when the file cannot be used. */
export function openEnvironment({ env, envFile, stderr }: ProcessIO, reader: Reader): Environment {
  const { program, ...source } = reader;
  return rethrowAsUsageError(() =>
    readEnvironment({
      variables: env,
      onNote: (note) => stderr.write(`${program}: note: ${oneLine(note)}\n`),
      ...(envFile !== undefined && { file: envFile }),
      ...source,
    }),
  );
}

/** How to reach the account: what the environment says, and over it the command line. Throws `UsageError`. */
export function readAccount(environment: Environment, connection: Connection): AccountOptions {
  return { ...rethrowAsUsageError(environment.accountOptions), ...connection };
}
