import { parseArgs } from 'node:util';

import { createClient } from '@erply-kit/client';
import { readEnvironment } from '@erply-kit/client/environment';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** What the command line of an example says beside its own options. */
interface Shop {
  readonly client: ReturnType<typeof createClient>;
  /** What was given as `--NAME VALUE`; `undefined` where it was left out. */
  option(name: string): string | undefined;
}

/**
 * A client for the account of the environment or of `.env`. Before an example writes to an account that is not a fake on
 * this machine, it wants to hear `--yes`: what it saves are documents of a real shop.
 */
export function openShop(options: readonly string[] = [], { writes = false } = {}): Shop {
  const named = Object.fromEntries(options.map((name) => [name, { type: 'string' }] as const));
  const { values } = parseArgs({ options: { ...named, yes: { type: 'boolean' } } });
  const account = readEnvironment({ file: '.env', onNote: console.warn }).accountOptions();
  const host = account.url === undefined ? '' : new URL(account.url).hostname;
  if (writes && values.yes !== true && !loopback.test(host))
    throw new Error(`This writes to account ${account.clientCode}. Run it again with --yes if you mean it.`);
  return { client: createClient(account), option: (name) => values[name] as string | undefined };
}
