import { type ClientEvent, createClient, type ErplyClient } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';

import { rethrowAsUsageError } from './rethrow-as-usage-error.ts';

/** A client of the account; what it refuses before its first call is wrong in the environment: `UsageError`. */
export function connect(
  account: AccountOptions,
  onEvent?: (event: ClientEvent) => void,
  maxUnits?: number,
): ErplyClient {
  return rethrowAsUsageError(() =>
    createClient({ ...account, ...(onEvent && { onEvent }), ...(maxUnits !== undefined && { maxUnits }) }),
  );
}
