import type { AccountControl } from '../control/account-control.ts';

/** How to reach an account: what `createClient()` of `@erply-kit/client` takes. */
export interface Connection {
  /** Base URL of the fake; the classic API is at `${url}/api/`. */
  readonly url: string;
  readonly clientCode: string;
  readonly username: string;
  readonly password: string;
}

/** The account of one test: its connection, and all verbs of the control API. */
export interface TestAccount extends AccountControl, Connection {
  /** The connection alone. */
  readonly connection: Connection;
  /**
   * Checks that each fault which was asked for has fired.
   * @throws FaultsNotFiredError
   */
  check(): void;
  /** The last 50 requests, a line each; values that may be secret or personal are masked. */
  journalText(): string;
}
