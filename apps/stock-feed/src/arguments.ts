import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

import { UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';

import type { Command, Work } from './command.ts';
import { commands } from './commands/commands.ts';

/** What the command line asks for. */
export type Asked =
  | { readonly kind: 'help'; readonly command: string }
  | { readonly kind: 'version' }
  | { readonly kind: 'work'; readonly command: string; readonly work: Work };

const everywhere = {
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

const allOptions: ParseArgsOptionsConfig = Object.assign(
  {},
  everywhere,
  ...Object.values(commands).map((one) => one.options),
);

/** Reads the command line; throws `UsageError` with what is wrong in it. */
export function readArguments(args: readonly string[], cwd: string): Asked {
  const [name, command] = commandIn(args);
  const { values, positionals } = parsed(args, name, { ...command.options, ...everywhere });
  if (values.help) return { kind: 'help', command: name };
  if (values.version) return { kind: 'version' };
  const extra = positionals[1];
  if (extra !== undefined) throw new UsageError(`${name} takes options only, not ${extra}`);
  return { kind: 'work', command: name, work: command.read(values, cwd) };
}

/** The first word that no option takes. */
function commandIn(args: readonly string[]): [string, Command] {
  const { tokens } = tokensOf(args, allOptions);
  const word = tokens.find((token) => token.kind === 'positional')?.value ?? 'run';
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (command) return [word, command];
  const names = Object.keys(commands);
  throw new UsageError(
    `there is no command ${word}${didYouMean(word, names) || `; there is ${names.join(', ')}`}`,
  );
}

function tokensOf(args: readonly string[], options: ParseArgsOptionsConfig) {
  return parseArgs({ args: [...args], options, strict: false, tokens: true, allowNegative: true });
}

function parsed(args: readonly string[], command: string, options: ParseArgsOptionsConfig) {
  refuseUnknown(args, command, options);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true });
  } catch (error) {
    // Node adds advice about dashes after the first sentence.
    const [sentence = ''] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(sentence);
  }
}

/** Node refuses it too, without saying what was probably meant. */
function refuseUnknown(args: readonly string[], command: string, options: ParseArgsOptionsConfig): void {
  const names = Object.entries(options).map(([name, option]) =>
    option.default === true ? [`--${name}`, `--no-${name}`] : [`--${name}`],
  );
  for (const token of tokensOf(args, options).tokens) {
    if (token.kind !== 'option' || Object.hasOwn(options, token.name)) continue;
    if (Object.hasOwn(allOptions, token.name))
      throw new UsageError(`${command} has no option ${token.rawName}`);
    throw new UsageError(`there is no option ${token.rawName}${didYouMean(token.rawName, names.flat())}`);
  }
}
