import type { ParseArgsOptionsConfig, parseArgs } from 'node:util';

import type { Environment } from '@erply-kit/client/environment';
import type { ProcessIO } from '@erply-kit/command-line';

import type { Progress } from './progress.ts';

/** What a command gets. */
export interface CommandIO extends ProcessIO {
  /** Variables of `env` and `envFile`. */
  readonly environment: Environment;
  readonly progress: Progress;
}

/** The values of options, as `parseArgs` gives them. */
export type ValuesOf<TOptions extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: TOptions; allowPositionals: true; allowNegative: true }>
>['values'];

interface CommandDefinition<TOptions extends ParseArgsOptionsConfig, TRequest extends object> {
  /** The options that it takes, beside `--help` and `--version`. */
  readonly options: TOptions;
  /** What `--help` says about it: a sentence, and its options. */
  readonly help: string;
  /** Reads the options; throws `UsageError` with what is wrong in them. */
  read(values: ValuesOf<TOptions>, cwd: string): TRequest;
  /** Does it, and gives back the exit code. */
  obey(request: TRequest, io: CommandIO): Promise<number>;
}

/** A command whose options were read. */
export interface Work {
  /** What the options ask for. */
  readonly request: object;
  /** Does it, and gives back the exit code. */
  obey(io: CommandIO): Promise<number>;
}

/** A command of the program. */
export interface Command {
  readonly options: ParseArgsOptionsConfig;
  readonly help: string;
  read(values: object, cwd: string): Work;
}

/** Makes a command: what it reads from its options is what it obeys. */
export function defineCommand<const TOptions extends ParseArgsOptionsConfig, TRequest extends object>(
  definition: CommandDefinition<TOptions, TRequest>,
): Command {
  return {
    options: definition.options,
    help: definition.help,
    read(values, cwd) {
      const request = definition.read(values as ValuesOf<TOptions>, cwd);
      return { request, obey: (io) => definition.obey(request, io) };
    },
  };
}
