import type { Account } from '../account/account.ts';
import { isClientCode } from '../account/accounts.ts';
import type { Server } from '../server.ts';
import { quoted, unknownName } from './check-body.ts';
import { ControlError } from './control-error.ts';

/**
 * How the control API gets at an account. It is found anew each time, since it may have been forgotten or evicted
 * meanwhile; looking at an account does not keep it, changing it does.
 */
export interface AccountAccess {
  readonly clientCode: string;
  toRead(): Account;
  /** To set it up. */
  toChange(): Account;
  /** To give it more than it has. */
  toAdd(): Account;
  /** To take something from it: it is not kept for that, and it never is refused. */
  toTake(): Account;
}

/** What a client code has. */
export const codeForm = '1 to 32 letters, digits, - and _';

export function accountAccess(server: Server, clientCode: string): AccountAccess {
  const { accounts, options } = server;
  const toRead = () => {
    const account = accounts.find(clientCode);
    if (account !== undefined) return account;
    if (isClientCode(clientCode))
      throw new ControlError(404, unknownName('no account', clientCode, options.accounts ?? []));
    throw new ControlError(404, `${quoted(clientCode)} cannot be a client code: it has ${codeForm}`);
  };
  const change = (isRefused: boolean) => {
    const account = toRead();
    if (isRefused) {
      const megabytes = options.maxAccountBytes / (1024 * 1024);
      const message = `the accounts hold ${megabytes} MB, so nothing is added: forget some of them, or allow more by maxAccountMegabytes`;
      throw new ControlError(507, message);
    }
    account.changes();
    account.disturb();
    accounts.keep(account);
    return account;
  };
  return {
    clientCode,
    toRead,
    toChange: () => change(accounts.isFull && !accounts.isKept(clientCode)),
    toAdd: () => change(accounts.isFull),
    toTake() {
      const account = toRead();
      account.loses();
      account.disturb();
      return account;
    },
  };
}
