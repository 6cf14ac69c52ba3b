import type { Account } from '../../account/account.ts';
import { type LocalTime, localTime } from '../../account/local-time.ts';

/** Day and time of the shop now, in the account's time zone. */
export const shopTime = (account: Account): LocalTime =>
  localTime(account.table('confParameters').get(1)?.timezone || 'UTC', account.now());
