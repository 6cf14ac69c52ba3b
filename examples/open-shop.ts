import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { createClient, type ErplyClient } from '@erply-kit/client';
import { readEnvironment } from '@erply-kit/client/environment';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The account that an example works with, and what its command line says. `await using` closes the client, also on errors. */
interface Shop<TName extends string> extends AsyncDisposable {
  readonly client: ErplyClient;
  /** What was given as `--NAME VALUE`; `undefined` where it was left out. */
  option(name: TName): string | undefined;
  /** The same as a whole number. */
  wholeNumber(name: TName): number | undefined;
}

/**
 * A client for the account of the environment or of `.env`. An example with `writes` wants to hear `--yes` before it
 * works with an account that is not a fake on this machine: what it saves are documents of a real shop.
 */
export function openShop<const TName extends string>(
  names: readonly TName[],
  { writes = false } = {},
): Shop<TName> {
  const values = readOptions(names, writes);
  const option = (name: TName): string | undefined => values[name];
  if (process.env.ERPLY_CLIENT_CODE === undefined && !existsSync('.env'))
    throw new Error('There is no .env: copy .env.example to it, which points at the fake.');
  const account = readEnvironment({ file: '.env', onNote: console.warn }).accountOptions();
  const isFake = account.url !== undefined && loopback.test(new URL(account.url).hostname);
  if (writes && !('yes' in values) && !isFake)
    throw new Error(`This writes to account ${account.clientCode}. Run it again with --yes if you mean it.`);
  const wholeNumber = (name: TName) => {
    const value = option(name);
    if (value !== undefined && !/^\d+$/.test(value)) throw new Error(`--${name} takes a whole number.`);
    return value === undefined ? undefined : Number(value);
  };
  const client = createClient(account);
  return { client, option, wholeNumber, [Symbol.asyncDispose]: () => client.close() };
}

/** The options of a program by name. `--yes` is known to examples that write, and to no other. */
export function readOptions<const TName extends string>(
  names: readonly TName[],
  writes = false,
): Readonly<Partial<Record<TName, string>>> {
  const named = Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const));
  try {
    const options = { ...named, ...(writes && { yes: { type: 'boolean' as const } }) };
    return parseArgs({ options }).values as ReturnType<typeof readOptions<TName>>;
  } catch (error) {
    const [problem] = (error as Error).message.split(/\.? (?=To |This command)/);
    const known = [...names.map((name) => `--${name} VALUE`), ...(writes ? ['--yes'] : [])];
    throw new Error(`${problem}. Options are ${known.join(', ')}.`);
  }
}

/**
 * The time to ask from at the next run. A minute of overlap: what is read twice does no harm, what is missed does.
 *
 * @param startedAt - `requestUnixTime` of the first answer: the clock that counts is Erply's.
 */
export const nextSince = (startedAt: number): number => startedAt - 60;
