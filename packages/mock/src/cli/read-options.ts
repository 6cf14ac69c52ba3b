import { parseArgs } from 'node:util';

import { closest } from '@erply-kit/schemas';

import type { ReplayOptions } from '../replay.ts';
import type { StartOptions } from '../start-mock.ts';
import type { Target } from './environment.ts';
import { defaultPort } from './explain-failure.ts';
import { envFlags, environmentName, type Flag, flagName, flags, runFlags } from './flags.ts';
import { type ShellName, shells } from './shells.ts';
import { UsageError } from './usage-error.ts';

/** Options that only the command has: they are not for `startMock()`. */
export interface OwnOptions {
  readonly readyFile?: string;
  readonly tlsCa?: string;
  readonly log?: 'text' | 'json';
  readonly report?: 'text' | 'json';
  readonly replay?: string;
  readonly clientCode?: string;
  readonly url?: string;
  readonly shell?: string;
}

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help'; readonly of: Subcommand }
  | { readonly kind: 'version' }
  | { readonly kind: 'replay'; readonly file: string; readonly options: ReplayOptions }
  | { readonly kind: 'start'; readonly options: StartOptions; readonly own: OwnOptions }
  | {
      readonly kind: 'run';
      readonly options: StartOptions;
      readonly own: OwnOptions;
      readonly clientCode: string;
      /** The command and its arguments. */
      readonly command: readonly string[];
    }
  | { readonly kind: 'env'; readonly target: Target; readonly shell: ShellName };

/** What `erply-mock` can be told to do by its first word; without one it starts a fake. */
const subcommands = { '': flags, run: runFlags, env: envFlags };
export type Subcommand = keyof typeof subcommands;

type Environment = Readonly<Record<string, string | undefined>>;
type Texts = Map<string, string[]>;

const prefix = 'ERPLY_MOCK_';
/** The environment may hold what another subcommand takes. */
const everyFlag = Object.values(subcommands).flat();

function fromEnvironment(environment: Environment): Texts {
  const texts: Texts = new Map();
  const known = new Map(everyFlag.map((flag) => [environmentName(flag), flag]));
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

function unknownOption(name: string, flags: readonly Flag[]): never {
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

function fromArguments(args: readonly string[], flags: readonly Flag[]): Texts {
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
      throw new UsageError(
        token.value === 'run' || token.value === 'env'
          ? `${token.value} comes first: erply-mock ${token.value} [options]`
          : `unexpected "${token.value}": ${flags === runFlags ? 'the command comes behind --' : 'options start with --'}; see --help`,
      );
    if (token.kind !== 'option') continue;
    const flag = flags.find((known) => known.name === token.name);
    if (flag === undefined || token.rawName !== `--${flag.name}`) return unknownOption(token.name, flags);
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

/** Splits what belongs to the fake from what belongs to the command. */
function readFlags(args: readonly string[], environment: Environment, flags: readonly Flag[]) {
  const texts = new Map([...fromEnvironment(environment), ...fromArguments(args, flags)]);
  const valuesOf = (chosen: readonly Flag[]) =>
    Object.fromEntries(
      chosen.flatMap((flag) => {
        const given = texts.get(flag.name);
        return given === undefined ? [] : [[flag.option ?? camelCase(flag.name), readValue(flag, given)]];
      }),
    );
  return {
    options: valuesOf(flags.filter(({ isOwn }) => isOwn !== true)) as StartOptions,
    own: valuesOf(flags.filter(({ isOwn }) => isOwn === true)) as OwnOptions,
  };
}

type Read = ReturnType<typeof readFlags>;

/** Reads the options of a fake that is to be started. */
function readStart(args: readonly string[], environment: Environment, flags: readonly Flag[]): Read {
  const read = readFlags(args, environment, flags);
  if (read.own.tlsCa !== undefined && read.options.tls !== true)
    throw new UsageError('--tls-ca needs --tls: without it there is no certificate');
  if (read.own.report !== undefined && read.options.journal === 'off')
    throw new UsageError('--report needs a journal: leave out --journal off');
  return read;
}

/** Most of what a fake was started with is in its bundle. */
function readReplay(file: string, { options, own }: Read): Command {
  const { data, stubs, ...others } = options;
  const [other] = Object.keys({ ...others, ...own }).filter((name) => name !== 'replay');
  if (other !== undefined)
    throw new UsageError(
      `${flagName(other)} does not go with --replay, only --data and --stub do: the rest is in the bundle`,
    );
  return { kind: 'replay', file, options: { data, stubs } };
}

function readClientCode({ options, own }: Read): string {
  const code = own.clientCode ?? options.accounts?.[0] ?? '100001';
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(code))
    throw new UsageError('--client-code needs letters, digits, - and _, at most 32');
  if (options.accounts?.includes(code) === false)
    throw new UsageError(`--client-code ${code} is not one of --accounts`);
  return code;
}

function readRun(args: readonly string[], environment: Environment): Command {
  const end = args.indexOf('--');
  const before = end === -1 ? args : args.slice(0, end);
  if (isHelp(before)) return { kind: 'help', of: 'run' };
  const read = readStart(before, environment, runFlags);
  const command = end === -1 ? [] : args.slice(end + 1);
  if (command[0] === undefined || command[0] === '')
    throw new UsageError('run needs a command behind --: erply-mock run [options] -- COMMAND [ARGUMENTS]');
  if (read.options.tls === true && read.own.tlsCa === undefined)
    throw new UsageError('run --tls needs --tls-ca FILE: the command has to trust the certificate in it');
  return { kind: 'run', ...read, clientCode: readClientCode(read), command };
}

function readEnv(args: readonly string[], environment: Environment): Command {
  if (isHelp(args)) return { kind: 'help', of: 'env' };
  const read = readFlags(args, environment, envFlags);
  const { host = '127.0.0.1', port = defaultPort, tls } = read.options;
  const {
    url = `${tls === true ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    shell = 'sh',
  } = read.own;
  if (read.own.url === undefined && port === 0)
    throw new UsageError('env needs the port that the fake has taken, not --port 0: give --url');
  if (!/^https?:\/\/[^\s/?#]+\/?$/.test(url))
    throw new UsageError('--url needs the address that erply-mock printed, as http://127.0.0.1:8090');
  const known = shells.find((name) => name === shell);
  if (known === undefined) throw new UsageError(`--shell is ${shells.join(', ')}; not "${shell}"`);
  const target = { url: url.replace(/\/$/, ''), clientCode: readClientCode(read) };
  return { kind: 'env', target, shell: known };
}

const isHelp = (args: readonly string[]) => args.includes('--help') || args.includes('-h');

/**
 * Reads the command line and the environment; the command line wins.
 * @throws UsageError for what is unknown or cannot be read.
 */
export function readOptions(args: readonly string[], environment: Environment): Command {
  const [first = '', ...rest] = args;
  if (first === 'run') return readRun(rest, environment);
  if (first === 'env') return readEnv(rest, environment);
  if (isHelp(args)) return { kind: 'help', of: '' };
  if (args.includes('--version')) return { kind: 'version' };
  if (first !== '' && !first.startsWith('-')) throw unknownSubcommand(first);
  const read = readStart(args, environment, flags);
  return read.own.replay === undefined ? { kind: 'start', ...read } : readReplay(read.own.replay, read);
}

function unknownSubcommand(name: string): UsageError {
  const similar = closest(name, ['run', 'env']);
  const hint =
    similar === undefined ? 'there are run and env; options start with --' : `did you mean ${similar}?`;
  return new UsageError(`unknown command "${name.slice(0, 64)}"; ${hint}`);
}
