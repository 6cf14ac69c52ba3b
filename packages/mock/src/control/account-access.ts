import type { Account } from '../account/account.ts';
import type { Server } from '../server.ts';
import { ControlError } from './control-error.ts';

/**
 * How the control API gets at an account. It is found anew each time, since it may have been forgotten or evicted
 * meanwhile; looking at an account does not keep it, changing it does.
 */
export interface AccountAccess {
  toRead(): Account;
  toChange(): Account;
}

export function accountAccess(server: Server, clientCode: string): AccountAccess {
  const toRead = () => {
    const account = server.accounts.find(clientCode);
    if (account === undefined)
      throw new ControlError(404, `no account "${clientCode.slice(0, 64)}" on this server`);
    return account;
  };
  return {
    toRead,
    toChange() {
      const account = toRead();
      account.changes();
      server.accounts.keep(account);
      return account;
    },
  };
}
