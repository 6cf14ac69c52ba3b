import { type ClientEvent, createClient, type ErplyClient } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';

import { orUsageError } from './client-message.ts';

/** A client of the account; what it refuses before its first call is wrong in the environment: `UsageError`. */
export function connect(account: AccountOptions, onEvent?: (event: ClientEvent) => void): ErplyClient {
  return orUsageError(() => createClient({ ...account, ...(onEvent && { onEvent }) }));
}
