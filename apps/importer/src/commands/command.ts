import type { CommandIO } from '../command-io.ts';
import type { Given, OptionDeclarations } from '../options/option.ts';

interface CommandDefinition<TOptions> {
  /** Beside --help and --version. */
  readonly options: OptionDeclarations;
  /** What stands behind the name beside options, in words, and how many that are. @default options only */
  readonly operands?: { readonly count: number; readonly what: string };
  /** @throws UsageError with what is wrong in what was typed. */
  read(given: Given): TOptions;
  /** Gives back the exit code. */
  run(options: TOptions, io: CommandIO): number | Promise<number>;
}

/** A command of the importer. What its options are matters to itself only. */
export interface Command {
  readonly options: OptionDeclarations;
  readonly operands: { readonly count: number; readonly what: string };
  /** Reads what was typed, and gives back what then does it. */
  prepare(given: Given): (io: CommandIO) => number | Promise<number>;
}

/** Declares a command: what it takes stands beside what it does. */
export function defineCommand<TOptions>(definition: CommandDefinition<TOptions>): Command {
  return {
    options: definition.options,
    operands: definition.operands ?? { count: 0, what: 'options only' },
    prepare(given) {
      const options = definition.read(given);
      return (io) => definition.run(options, io);
    },
  };
}
