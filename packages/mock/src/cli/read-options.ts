import { parseArgs } from 'node:util';

import { closest } from '@erply-kit/schemas';

import type { StartOptions } from '../start-mock.ts';
import { environmentName, type Flag, flags } from './flags.ts';
import { UsageError } from './usage-error.ts';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'start'; readonly options: StartOptions; readonly prints: Prints };

/** What the command writes on stderr beside notes. */
export interface Prints {
  readonly log?: 'text' | 'json';
  readonly report?: 'text' | 'json';
}

type Environment = Readonly<Record<string, string | undefined>>;
type Texts = Map<string, string[]>;

const prefix = 'ERPLY_MOCK_';

function fromEnvironment(environment: Environment): Texts {
  const texts: Texts = new Map();
  const known = new Map(flags.map((flag) => [environmentName(flag), flag]));
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith(prefix) || value === undefined) continue;
    const flag = known.get(name);
    if (flag === undefined) {
      const similar = closest(
        name.slice(prefix.length),
        [...known.keys()].map((other) => other.slice(prefix.length)),
      );
      throw new UsageError(
        `unknown variable ${name}${similar === undefined ? '' : `; did you mean ${prefix}${similar}?`}`,
      );
    }
    if (value !== '') texts.set(flag.name, [value]);
  }
  return texts;
}

function unknownOption(name: string): never {
  const similar = closest(
    name,
    flags.map((flag) => flag.name),
  );
  throw new UsageError(
    `unknown option --${name}${similar === undefined ? '; see --help' : `; did you mean --${similar}?`}`,
  );
}

/** It needs no value after it. */
const standsAlone = (flag: Flag) => flag.type === 'switch' || flag.type === 'word';

function fromArguments(args: readonly string[]): Texts {
  const options = Object.fromEntries(
    flags.map((flag) => [flag.name, { type: standsAlone(flag) ? 'boolean' : 'string' } as const]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const texts: Texts = new Map();
  /** An option that may have a word after it, and what was read last was it. */
  let awaiting: Flag | undefined;
  for (const token of tokens) {
    const asked = awaiting;
    awaiting = undefined;
    if (token.kind === 'positional' && asked !== undefined) {
      texts.set(asked.name, [token.value]);
      continue;
    }
    if (token.kind === 'positional')
      throw new UsageError(`unexpected "${token.value}": options start with --; see --help`);
    if (token.kind !== 'option') continue;
    const flag = flags.find((known) => known.name === token.name);
    if (flag === undefined || token.rawName !== `--${flag.name}`) return unknownOption(token.name);
    if (flag.type === 'word' && token.value === undefined) awaiting = flag;
    if (
      !standsAlone(flag) &&
      (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
    ) {
      throw new UsageError(`--${flag.name} needs a value: --${flag.name} ${flag.value}`);
    }
    const earlier = flag.type === 'list' ? (texts.get(flag.name) ?? []) : [];
    texts.set(flag.name, [...earlier, token.value ?? 'true']);
  }
  return texts;
}

function readNumber(flag: Flag, text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`--${flag.name} needs a number, not "${text}"`);
  return Number(text);
}

function readSwitch(flag: Flag, text: string): boolean {
  if (['true', '1', 'yes', 'on'].includes(text)) return true;
  if (['false', '0', 'no', 'off'].includes(text)) return false;
  throw new UsageError(`--${flag.name} is on or off, not "${text}"`);
}

/** In the environment there is no word without a value: there the usual words for yes stand for the first. */
function readWord(flag: Flag, text: string): string {
  const [first = '', ...others] = flag.words ?? [];
  if (text === first || others.includes(text)) return text;
  if (['true', '1', 'yes', 'on'].includes(text)) return first;
  throw new UsageError(`--${flag.name} is ${[first, ...others].join(' or ')}, not "${text}"`);
}

function readSettings(pairs: readonly string[], flagName: string): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`--${flagName} needs NAME=VALUE, not "${pair}"`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

const camelCase = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function readValue(flag: Flag, texts: readonly string[]): unknown {
  const last = texts.at(-1) ?? '';
  if (flag.type === 'number') return readNumber(flag, last);
  if (flag.type === 'word') return readWord(flag, last);
  if (flag.type === 'switch' || flag.type === 'onOff') return readSwitch(flag, last);
  if (flag.name === 'set')
    return readSettings(
      texts.flatMap((text) => text.split(',')),
      'set',
    );
  if (flag.name === 'stub') return readSettings(texts, 'stub');
  return flag.type === 'list' ? texts.flatMap((text) => text.split(',')).filter((text) => text !== '') : last;
}

/**
 * Reads the command line and the environment; the command line wins.
 * @throws UsageError for what is unknown or cannot be read.
 */
export function readOptions(args: readonly string[], environment: Environment): Command {
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help' };
  if (args.includes('--version')) return { kind: 'version' };
  const texts = new Map([...fromEnvironment(environment), ...fromArguments(args)]);
  const { log, report, ...options } = Object.fromEntries(
    flags.flatMap((flag) => {
      const given = texts.get(flag.name);
      return given === undefined ? [] : [[flag.option ?? camelCase(flag.name), readValue(flag, given)]];
    }),
  );
  if (report !== undefined && options.journal === 'off')
    throw new UsageError('--report needs a journal: leave out --journal off');
  return { kind: 'start', options, prints: { log, report } as Prints };
}
