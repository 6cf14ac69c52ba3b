import { parseArgs } from 'node:util';

import { UsageError } from '@erply-kit/command-line';
import { type Connection, didYouMean, readConnection } from '@erply-kit/command-line/erply';
import type { Lane } from '@erply-kit/sync';

import { type FieldChoices, readFieldChoices, readLanes } from './lane-arguments.ts';
import type { Person } from './personal/person.ts';

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
  readonly fields: FieldChoices;
}

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | (Common & { readonly kind: 'status' })
  | (Common & { readonly kind: 'backup'; readonly file: string; readonly force: boolean })
  | (Common & {
      readonly kind: 'forget';
      readonly person: Person;
      /** Erases; without it, the command says what there is. */
      readonly yes: boolean;
      /** Lets the person come in again. */
      readonly undo: boolean;
    })
  | (Reading & { readonly kind: 'plan' })
  | (Reading & { readonly kind: 'run'; readonly confirmDeletions: boolean });

const options = {
  database: { type: 'string' },
  json: { type: 'boolean' },
  lanes: { type: 'string' },
  'customer-fields': { type: 'string' },
  'address-fields': { type: 'string' },
  full: { type: 'boolean' },
  'confirm-deletions': { type: 'boolean' },
  'allow-insecure': { type: 'boolean' },
  'allow-link-host': { type: 'string' },
  force: { type: 'boolean' },
  yes: { type: 'boolean' },
  undo: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const readingOptions = [
  ...['database', 'json', 'lanes', 'customer-fields', 'address-fields', 'full'],
  ...['allow-insecure', 'allow-link-host'],
];

/** The options that each command takes, beside --help and --version. */
const optionsOf: Readonly<Record<'backup' | 'forget' | 'plan' | 'run' | 'status', readonly string[]>> = {
  plan: readingOptions,
  run: [...readingOptions, 'confirm-deletions'],
  status: ['database', 'json'],
  backup: ['database', 'json', 'force'],
  forget: ['database', 'json', 'yes', 'undo'],
};

/** What each command takes beside its options, in words, and how many that are. */
const operands = {
  plan: { count: 0, what: 'options only' },
  run: { count: 0, what: 'options only' },
  status: { count: 0, what: 'options only' },
  backup: { count: 1, what: 'one FILE' },
  forget: { count: 2, what: 'CODE ID' },
};

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
  const { count, what } = operands[kind];
  const extra = others[count];
  if (extra !== undefined) throw new UsageError(`${kind} takes ${what}, not "${extra}"`);
  const stray = [...texts.keys(), ...switches].find((name) => !optionsOf[kind].includes(name));
  if (stray) throw new UsageError(`${kind} has no option --${stray}`);
  const database = texts.get('database')?.at(-1);
  const common = { json: switches.has('json'), ...(database !== undefined && { database }) };
  if (kind === 'status') return { kind, ...common };
  if (kind === 'forget')
    return {
      kind,
      ...common,
      person: personOf(others),
      yes: switches.has('yes'),
      undo: switches.has('undo'),
    };
  if (kind === 'backup') {
    const [file] = others;
    if (!file) throw new UsageError('say which file to write: importer backup FILE');
    return { kind, ...common, file, force: switches.has('force') };
  }
  const connection = readConnection(switches.has('allow-insecure'), texts.get('allow-link-host') ?? []);
  const lanes = readLanes(texts.get('lanes')?.at(-1));
  const fields = readFieldChoices(texts, lanes);
  const work = { ...common, lanes, fields, full: switches.has('full'), connection };
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

/** The code of an account and the ID of a customer. */
function personOf([clientCode, text]: readonly string[]): Person {
  const id = Number(text);
  if (!clientCode || text === undefined) throw new UsageError('say whom: importer forget CODE ID');
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(id) || id === 0)
    throw new UsageError('forget CODE ID takes the ID that the customer has in Erply, a number such as 1234');
  return { clientCode, id };
}
