import { type AccountOptions, isLinkHost } from '@erply-kit/client/environment';

import { UsageError } from './usage-error.ts';

/** What of a client's options the command line can set. */
export type Connection = Pick<AccountOptions, 'allowInsecure' | 'allowLinkHosts'>;

/** Reads `--allow-insecure`, and each `--allow-link-host`; throws `UsageError` when one is not a host. */
export function readConnection(allowInsecure: boolean, allowLinkHosts: readonly string[]): Connection {
  if (!allowLinkHosts.every(isLinkHost))
    throw new UsageError('--allow-link-host takes a host such as files.example or files.example:8443');
  return { ...(allowInsecure && { allowInsecure }), ...(allowLinkHosts.length > 0 && { allowLinkHosts }) };
}
