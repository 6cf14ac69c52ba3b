import { parseArgs } from 'node:util';

import { UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';

import type { Command } from './commands/command.ts';
import { commands } from './commands/commands.ts';
import { fileOptions } from './config/file-options.ts';
import type { Given, OptionDeclarations } from './options/option.ts';

/** What the command line asks for. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'command'; readonly command: Command; readonly given: Given };

/** Reads the command line; throws `UsageError` with what is wrong in it. */
export function readArguments(args: readonly string[]): Asked {
  const { texts, switches, words } = parse(args);
  if (switches.has('help')) return { kind: 'help' };
  if (switches.has('version')) return { kind: 'version' };
  const [name, ...others] = words;
  const names = Object.keys(commands);
  if (name === undefined) throw new UsageError(`say what to do: ${names.join(', ')}`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`there is no command "${name}"${didYouMean(name, names)}`);
  const { count, what } = command.operands;
  const extra = others[count];
  if (extra !== undefined) throw new UsageError(`${name} takes ${what}, not "${extra}"`);
  const taken = { ...command.options, ...fileOptions };
  const stray = [...texts.keys(), ...switches].find((option) => !Object.hasOwn(taken, option));
  if (stray) throw new UsageError(`${name} has no option --${stray}`);
  return { kind: 'command', command, given: { texts, switches, words: others } };
}

/** Of all commands: an option is known, or not, whatever command it stands behind. */
export function allOptions(): OptionDeclarations {
  const options: OptionDeclarations[] = Object.values(commands).map((command) => command.options);
  return Object.assign({}, ...options, fileOptions, {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
  });
}

/** Sorts the words of a command line. Node's own strict mode has no "did you mean", and advice that is not help here. */
function parse(args: readonly string[]): Given {
  const options = allOptions();
  const names = Object.keys(options).map((name) => `--${name}`);
  const texts = new Map<string, string[]>();
  const switches = new Set<string>();
  const words: string[] = [];
  const { tokens } = parseArgs({ args: [...args], options: { ...options }, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) throw new UsageError(`there is no option ${rawName}${didYouMean(rawName, names)}`);
    if (option.type === 'boolean') {
      if (value !== undefined) throw new UsageError(`--${name} takes no value`);
      switches.add(name);
    } else if (value === undefined || (!inlineValue && value.startsWith('-'))) {
      throw new UsageError(`--${name} needs a value`);
    } else texts.set(name, [...(texts.get(name) ?? []), value]);
  }
  return { texts, switches, words };
}
