import { parseArgs } from 'node:util';

import { UsageError } from '@erply-kit/command-line';
import { type Connection, didYouMean, readConnection } from '@erply-kit/command-line/erply';
import { defaultLanes, type Lane, peopleLanes } from '@erply-kit/sync';

interface Common {
  /** Address of the database, where it is not the environment's. */
  readonly database?: string;
  readonly json: boolean;
}

/** What reads from Erply. */
interface Reading extends Common {
  readonly lanes: readonly Lane[];
  readonly full: boolean;
  readonly connection: Connection;
}

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | (Common & { readonly kind: 'status' })
  | (Common & { readonly kind: 'backup'; readonly file: string; readonly force: boolean })
  | (Reading & { readonly kind: 'plan' })
  | (Reading & { readonly kind: 'run'; readonly confirmDeletions: boolean });

const options = {
  database: { type: 'string' },
  json: { type: 'boolean' },
  lanes: { type: 'string' },
  full: { type: 'boolean' },
  'confirm-deletions': { type: 'boolean' },
  'allow-insecure': { type: 'boolean' },
  'allow-link-host': { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** The options that each command takes, beside --help and --version. */
const optionsOf: Readonly<Record<'backup' | 'plan' | 'run' | 'status', readonly string[]>> = {
  plan: ['database', 'json', 'lanes', 'full', 'allow-insecure', 'allow-link-host'],
  run: ['database', 'json', 'lanes', 'full', 'confirm-deletions', 'allow-insecure', 'allow-link-host'],
  status: ['database', 'json'],
  backup: ['database', 'json', 'force'],
};

/** What each command takes beside its options, in words. */
const operands = { plan: 'options only', run: 'options only', status: 'options only', backup: 'one FILE' };

const isCommand = (word: string): word is keyof typeof optionsOf => Object.hasOwn(optionsOf, word);

/** Reads the command line; throws `UsageError` with what is wrong in it. */
export function readArguments(args: readonly string[]): Command {
  const { texts, switches, words } = parse(args);
  if (switches.has('help')) return { kind: 'help' };
  if (switches.has('version')) return { kind: 'version' };
  const [kind, ...others] = words;
  const commands = Object.keys(optionsOf);
  if (kind === undefined) throw new UsageError(`say what to do: ${commands.join(', ')}`);
  if (!isCommand(kind)) throw new UsageError(`there is no command "${kind}"${didYouMean(kind, commands)}`);
  const [file, extra] = kind === 'backup' ? others : [undefined, ...others];
  if (extra !== undefined) throw new UsageError(`${kind} takes ${operands[kind]}, not "${extra}"`);
  const stray = [...texts.keys(), ...switches].find((name) => !optionsOf[kind].includes(name));
  if (stray) throw new UsageError(`${kind} has no option --${stray}`);
  const database = texts.get('database')?.at(-1);
  const common = { json: switches.has('json'), ...(database !== undefined && { database }) };
  if (kind === 'status') return { kind, ...common };
  if (kind === 'backup') {
    if (!file) throw new UsageError('say which file to write: importer backup FILE');
    return { kind, ...common, file, force: switches.has('force') };
  }
  const connection = readConnection(switches.has('allow-insecure'), texts.get('allow-link-host') ?? []);
  const lanes = lanesOf(texts.get('lanes')?.at(-1));
  const work = { ...common, lanes, full: switches.has('full'), connection };
  return kind === 'plan'
    ? { kind, ...work }
    : { kind, ...work, confirmDeletions: switches.has('confirm-deletions') };
}

/** Sorts the words of a command line. Node's own strict mode has no "did you mean", and advice that is not help here. */
function parse(args: readonly string[]) {
  const texts = new Map<string, string[]>();
  const switches = new Set<string>();
  const words: string[] = [];
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isOption(name))
      throw new UsageError(`there is no option ${rawName}${didYouMean(rawName, optionNames)}`);
    if (options[name].type === 'boolean') {
      if (value !== undefined) throw new UsageError(`--${name} takes no value`);
      switches.add(name);
    } else if (value === undefined || (!inlineValue && value.startsWith('-'))) {
      throw new UsageError(`--${name} needs a value`);
    } else texts.set(name, [...(texts.get(name) ?? []), value]);
  }
  return { texts, switches, words };
}

const optionNames = Object.keys(options).map((name) => `--${name}`);
const isOption = (name: string): name is keyof typeof options => Object.hasOwn(options, name);

/** The lanes of a list such as `products,stock`. */
function lanesOf(list: string | undefined): readonly Lane[] {
  if (list === undefined) return defaultLanes;
  const allLanes = [...defaultLanes, ...peopleLanes];
  const names = allLanes.map(({ name }) => name);
  return list.split(',').map((typed) => {
    const lane = allLanes.find(({ name }) => name === typed.trim());
    if (lane) return lane;
    throw new UsageError(
      `there is no lane "${typed}"${didYouMean(typed, names) || `; there are ${names.join(', ')}`}`,
    );
  });
}
