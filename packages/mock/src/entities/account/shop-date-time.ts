import type { Account } from '../../account/account.ts';
import { localTime } from '../../account/local-time.ts';

/** An instant as the clocks of the shop show it, yyyy-mm-dd hh:mm:ss. */
export function shopDateTime(account: Account, unixSeconds: number): string {
  const timeZone = account.table('confParameters').get(1)?.timezone || 'UTC';
  const { date, time } = localTime(timeZone, unixSeconds);
  return `${date} ${time}`;
}
