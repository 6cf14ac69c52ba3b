import type { Environment } from '@erply-kit/client/environment';
import { UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';

import type { Command } from '../commands/command.ts';
import type { Given, OptionDeclarations } from '../options/option.ts';
import { type ConfigEntry, readConfig } from './read-config.ts';

interface ConfigSource {
  /** Path of the file, if one was named. */
  readonly file: string | undefined;
  /** Options of all commands: one file serves all of them. */
  readonly known: OptionDeclarations;
  readonly command: Command;
  readonly environment: Environment;
}

/** Variables that say the same as an option, and go before the file. */
const variablesOf: Readonly<Record<string, readonly string[]>> = {
  database: ['DATABASE_URL'],
  'allow-insecure': ['ERPLY_ALLOW_INSECURE'],
  'allow-link-host': ['ERPLY_ALLOW_LINK_HOSTS'],
  'listen-token-file': ['LISTEN_TOKEN', 'LISTEN_TOKEN_FILE'],
};

/** Only for once, each time by hand. */
const neverInFile = ['config', 'env-file', 'help', 'version', 'yes', 'undo', 'force', 'confirm-deletions'];

/**
 * What was typed, and behind it what the file says: the command line goes before the environment, and that before the file.
 * @throws UsageError naming the line, for a key that no command has, a value of a wrong type, or a secret.
 */
export async function withConfig(given: Given, source: ConfigSource): Promise<Given> {
  const { file, known, command, environment } = source;
  if (file === undefined) return given;
  const texts = new Map(given.texts);
  const switches = new Set(given.switches);
  const seen = new Set<string>();
  for (const entry of await readConfig(file)) {
    const { key, place } = entry;
    refuseSecret(entry);
    const option = Object.hasOwn(known, key) && !neverInFile.includes(key) ? known[key] : undefined;
    if (!option) throw new UsageError(unknownKey(entry, Object.keys(known)));
    if (seen.has(key)) throw new UsageError(`${place} says ${key} again`);
    seen.add(key);
    const values = option.type === 'boolean' ? readSwitch(entry) : readTexts(entry);
    const isSaid = variablesOf[key]?.some((name) => environment.variables[name]) ?? false;
    if (isSaid || !Object.hasOwn(command.options, key) || texts.has(key) || switches.has(key)) continue;
    if (values === true) switches.add(key);
    else if (values !== false) texts.set(key, values);
  }
  return { ...given, texts, switches };
}

function unknownKey({ key, place }: ConfigEntry, names: readonly string[]): string {
  const name = key.replace(/[^\w-]/g, '?').slice(0, 40);
  if (neverInFile.includes(key)) return `${place}: ${name} belongs on the command line, not into a file`;
  return `${place}: there is no option ${name}${didYouMean(key, names).replace(/; did/, ', did')}`;
}

/** A file of options is copied, mailed and checked in. */
function refuseSecret({ key, value, place }: ConfigEntry): void {
  if (/password|secret|^listen.?token$/i.test(key))
    throw new UsageError(
      `${place}: secrets do not belong into a file of options; set ERPLY_PASSWORD_FILE or LISTEN_TOKEN_FILE in the environment`,
    );
  if (key === 'heartbeat')
    throw new UsageError(
      `${place}: whoever knows the address can call it; set HEARTBEAT_URL in the environment`,
    );
  if (key === 'database' && typeof value === 'string' && /^\w+:\/\/[^/]*:[^/]*@/.test(value))
    throw new UsageError(`${place}: the address has a password; set DATABASE_URL in the environment`);
}

function readSwitch({ key, value, place }: ConfigEntry): boolean {
  if (typeof value === 'boolean') return value;
  throw new UsageError(`${place}: ${key} is true or false`);
}

/** A list is what can be given more than once; of lanes and fields, one text with commas. */
function readTexts({ key, value, place }: ConfigEntry): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  const isText = (one: unknown) => (typeof one === 'string' && one !== '') || typeof one === 'number';
  if (list.length === 0 || !list.every(isText)) throw new UsageError(`${place}: ${key} needs a text`);
  const texts = list.map(String);
  return key.startsWith('allow-') ? texts : [texts.join(',')];
}
