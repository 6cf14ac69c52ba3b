import type { Server } from '../server.ts';
import { type AccountControl, accountControl } from './account-control.ts';
import { type ClockControl, clockControl } from './clock-control.ts';
import { ControlError } from './control-error.ts';

/** Everything that tests do to a fake behind its back. */
export interface Control {
  /** The clock that accounts without their own follow. */
  readonly clock: ClockControl;
  /** The control of one client code; any code that the fake accepts. */
  account(clientCode: string): AccountControl;
  /** Client codes that have logged in or were changed. */
  accounts(): readonly string[];
}

export function createControl(server: Server): Control {
  return {
    clock: clockControl(
      () => server.clock,
      () => server.clock,
    ),
    account(clientCode) {
      // 5 and '5' would be two accounts.
      if (typeof clientCode !== 'string')
        throw new ControlError(400, "a client code needs a text, as account('100001')");
      return accountControl(server, clientCode);
    },
    accounts: () => server.accounts.list().map((account) => account.code),
  };
}
