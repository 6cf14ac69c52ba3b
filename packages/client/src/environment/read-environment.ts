import type { ClientOptions } from '../client-options.ts';
import { isLinkHost } from '../csv/link-host.ts';
import { resolveApiUrl } from '../settings.ts';
import { cleanValue } from './clean-value.ts';
import {
  findAlmost,
  findMisspelt,
  type KnownVariable,
  knownVariables,
  type Variables,
} from './known-variables.ts';
import { readEnvFile } from './read-env-file.ts';
import { readPasswordFile } from './read-password-file.ts';
import { createUsageError } from './usage-error.ts';

/** Where `readEnvironment` reads. */
export interface EnvironmentSource {
  /** @default process.env */
  readonly variables?: Variables;
  /**
   * A file of more variables, such as `.env`; it need not exist. What `variables` has, an empty text too, goes before it.
   * @default no file
   */
  readonly file?: string;
  /** Other variables that the program reads, such as DATABASE_URL: cleaned, refused and noted like Erply's own. @default none */
  readonly alsoRead?: readonly string[];
  /** Called with what is probably a mistake but stops nothing, a sentence each, without any value. @default nobody */
  readonly onNote?: (note: string) => void;
}

/** What of a client's options stands in the environment. */
export interface AccountOptions
  extends Pick<ClientOptions, 'clientCode' | 'username' | 'url' | 'allowInsecure' | 'allowLinkHosts'> {
  readonly password: string;
}

/** Variables of the process and of a file. */
export interface Environment {
  /** All of them, by name. */
  readonly variables: Variables;
  /**
   * How to reach the account, as `createClient` takes it.
   *
   * @throws ErplyError of kind `usage` that names what is missing or wrong.
   */
  accountOptions(): AccountOptions;
}

/**
 * Reads the account from the environment: `ERPLY_CLIENT_CODE`, `ERPLY_USERNAME`, `ERPLY_PASSWORD` or
 * `ERPLY_PASSWORD_FILE`, and where needed `ERPLY_API_URL`, `ERPLY_ALLOW_INSECURE`, `ERPLY_ALLOW_LINK_HOSTS`.
 *
 * Byte order marks, CRLF and a line end behind a password do no harm; what could be read in two ways is refused. No
 * message holds a value, since it may be a secret in the wrong place.
 *
 * @throws ErplyError of kind `usage` when the file cannot be used.
 *
 * @example
 * const client = createClient(readEnvironment({ file: '.env' }).accountOptions());
 */
export function readEnvironment(source: EnvironmentSource = {}): Environment {
  const { file, alsoRead = [], onNote = () => {} } = source;
  const fromFile = file === undefined ? {} : readEnvFile(file, { alsoRead, onNote });
  const own = Object.entries(source.variables ?? process.env).filter(([, value]) => value !== undefined);
  const all: Variables = { ...fromFile, ...Object.fromEntries(own) };
  const others = alsoRead.filter((name) => all[name] !== undefined);
  const cleaned = others.map((name) => [name, cleanValue(name, all[name], onNote)] as const);
  const variables: Variables = { ...all, ...Object.fromEntries(cleaned) };
  for (const note of findAlmost(variables, alsoRead)) onNote(note);
  return { variables, accountOptions: () => readAccount(variables, onNote) };
}

function readAccount(variables: Variables, onNote: (note: string) => void): AccountOptions {
  const clean = (name: KnownVariable) => cleanValue(name, variables[name], onNote);
  const values = Object.fromEntries(knownVariables.map((name) => [name, clean(name)])) as Values;
  const misspelt = findMisspelt(variables);
  refuseMissing(values, { variables, misspelt });
  for (const note of misspelt) onNote(note);
  const options: AccountOptions = {
    clientCode: values.ERPLY_CLIENT_CODE,
    username: values.ERPLY_USERNAME,
    password: values.ERPLY_PASSWORD_FILE
      ? readPasswordFile(values.ERPLY_PASSWORD_FILE, onNote)
      : values.ERPLY_PASSWORD,
    ...(values.ERPLY_API_URL && { url: values.ERPLY_API_URL }),
    ...(readSwitch(values, 'ERPLY_ALLOW_INSECURE') && { allowInsecure: true }),
    ...(values.ERPLY_ALLOW_LINK_HOSTS && { allowLinkHosts: readHosts(values.ERPLY_ALLOW_LINK_HOSTS) }),
  };
  refuseBadAddress(options);
  return options;
}

type Values = Readonly<Record<KnownVariable, string>>;

const needed: readonly (readonly KnownVariable[])[] = [
  ['ERPLY_CLIENT_CODE'],
  ['ERPLY_USERNAME'],
  ['ERPLY_PASSWORD', 'ERPLY_PASSWORD_FILE'],
];

function refuseMissing(
  values: Values,
  { variables, misspelt }: { readonly variables: Variables; readonly misspelt: readonly string[] },
): void {
  const missing = needed.filter((names) => names.every((name) => values[name] === ''));
  if (missing.length === 0) return;
  const isSet = (name: string) => variables[name] !== undefined;
  const listed = missing.map((names) => `${names.join(' or ')}${names.some(isSet) ? ' (it is empty)' : ''}`);
  throw createUsageError([`set ${listed.join(', ')}`, ...misspelt].join('; '));
}

/** Here it can be named as the user knows it; whether http is allowed is for the client to say. */
function refuseBadAddress(options: AccountOptions): void {
  try {
    resolveApiUrl({ ...options, allowInsecure: true });
  } catch {
    throw createUsageError(
      options.url === undefined
        ? 'ERPLY_CLIENT_CODE cannot be part of a host name; set ERPLY_API_URL as well'
        : 'ERPLY_API_URL is not an http or https address, or holds a user name, a query or a fragment',
    );
  }
}

function readHosts(list: string): string[] {
  const hosts = list
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
  if (hosts.every(isLinkHost)) return hosts;
  throw createUsageError('ERPLY_ALLOW_LINK_HOSTS takes hosts such as files.example or files.example:8443');
}

function readSwitch(values: Values, name: KnownVariable): boolean {
  const text = values[name].toLowerCase();
  if (['1', 'true', 'yes', 'on'].includes(text)) return true;
  if (['', '0', 'false', 'no', 'off'].includes(text)) return false;
  throw createUsageError(`${name} is 1 or 0`);
}
