import { parseArgs } from 'node:util';

import { UsageError } from '@erply-kit/command-line';
import { type Connection, didYouMean, readConnection } from '@erply-kit/command-line/erply';

import type { FeedPolicy } from './feed-policy.ts';
import type { FeedOutput } from './files/feed-files.ts';
import { outputsOf } from './files/outputs.ts';
import type { SafetyOptions } from './safety.ts';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'run';
      readonly outputs: readonly FeedOutput[];
      readonly policy: FeedPolicy;
      readonly safety: SafetyOptions;
      readonly connection: Connection;
      readonly json: boolean;
    };

const options = {
  out: { type: 'string', multiple: true, default: ['.data'] as string[] },
  format: { type: 'string', multiple: true, default: [] as string[] },
  warehouse: { type: 'string', multiple: true, default: [] as string[] },
  offline: { type: 'boolean', default: false },
  sum: { type: 'boolean', default: false },
  rows: { type: 'string', default: 'all' },
  identifiers: { type: 'boolean', default: true },
  negative: { type: 'string', default: 'zero' },
  'max-zeroed': { type: 'string', default: '50' },
  'allow-empty': { type: 'boolean', default: false },
  'allow-insecure': { type: 'boolean', default: false },
  'allow-link-host': { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Reads the command line; throws `UsageError` with what is wrong in it. */
export function readArguments(args: readonly string[], cwd: string): Command {
  const { values, positionals } = parsed(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...more] = positionals;
  if (command === undefined) throw new UsageError('say what to do: run');
  if (command !== 'run')
    throw new UsageError(`there is no command ${command}${didYouMean(command, ['run']) || '; there is run'}`);
  if (more.length > 0) throw new UsageError(`run takes options only, not ${more[0]}`);
  return {
    kind: 'run',
    outputs: outputsOf(values.out, values.format, cwd),
    policy: {
      rows: oneOf('--rows', values.rows, ['all', 'stocked']),
      identifiers: values.identifiers,
      sum: values.sum,
      negative: oneOf('--negative', values.negative, ['zero', 'keep']),
      warehouses: values.warehouse.map((text) => wholeNumber('--warehouse', text)),
      offline: values.offline,
    },
    safety: { allowEmpty: values['allow-empty'], maxZeroedPercent: percent(values['max-zeroed']) },
    connection: readConnection(values['allow-insecure'], values['allow-link-host']),
    json: values.json,
  };
}

function parsed(args: readonly string[]) {
  refuseUnknown(args);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true });
  } catch (error) {
    // Node adds advice about dashes after the first sentence.
    const [sentence = ''] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(sentence);
  }
}

/** Node refuses it too, without saying what was probably meant. */
function refuseUnknown(args: readonly string[]): void {
  const lenient = { options, strict: false, tokens: true, allowNegative: true } as const;
  const { tokens } = parseArgs({ args: [...args], ...lenient });
  const names = [...Object.keys(options).map((name) => `--${name}`), '--no-identifiers'];
  for (const token of tokens) {
    if (token.kind === 'option' && !Object.hasOwn(options, token.name))
      throw new UsageError(`there is no option ${token.rawName}${didYouMean(token.rawName, names)}`);
  }
}

function oneOf<const TWord extends string>(option: string, text: string, words: readonly TWord[]): TWord {
  const found = words.find((word) => word === text);
  if (found === undefined)
    throw new UsageError(`${option} ${text}: choose ${words.join(' or ')}${didYouMean(text, words)}`);
  return found;
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new UsageError(`${option} ${text}: give the number of a warehouse`);
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new UsageError(`--max-zeroed ${text}: give a number from 0 to 100`);
}
