import type { ErplyClient } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';
import { connect } from '@erply-kit/command-line/erply';

/** A client of the account that says when it waits for its quota. `note` takes a line for an operator. */
export function connectFeed(account: AccountOptions, note: (line: string) => void): ErplyClient {
  return connect(account, (event) => {
    if (event.kind === 'quotaWait')
      note(`the hour's quota is used up; going on at ${event.resumesAt.toISOString()}`);
  });
}
