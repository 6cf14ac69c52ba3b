import type { AnyCall } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { demoUser, type User } from '../account/user.ts';
import type { CallContext } from '../generic/handler.ts';

/** Who lives in a living shop: its name is in what it changes and deletes. */
export const shopAssistant: User = { ...demoUser, userName: 'living-shop' };

/** The context of a call as the shop assistant would make it. */
export const asAssistant = (account: Account, call: AnyCall): CallContext => ({
  account,
  call,
  user: shopAssistant,
  session: undefined,
  address: '127.0.0.1',
  language: undefined,
  baseUrl: '',
  wantsCsv: false,
  isDetailed: false,
  keep: () => {},
  signUp: () => undefined,
});
