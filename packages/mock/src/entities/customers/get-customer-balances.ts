import { type calls, phpJson } from '@erply-kit/schemas';

import type { Account, StateDefinition } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { eachOfInSlices } from '../../slices.ts';
import { refuse } from '../../wire/refusal.ts';
import { shopTime } from '../account/shop-time.ts';
import { allBalances } from './customer-balance.ts';

/** Whether the account is making the report; no saved state is. */
const balanceReport: StateDefinition<{ isRunning: boolean }, null> = {
  name: 'balanceReport',
  create: () => ({ isRunning: false }),
  save: () => null,
  bytesOf: () => 0,
};

/** The lines of the report, made in slices: there may be a million. */
async function linesOf(account: Account, date: string): Promise<string[]> {
  const table = account.table('customers');
  const balances = await allBalances(account, { date });
  const lines: string[] = [];
  await eachOfInSlices(table.ids(), (customerID) => {
    // Meanwhile somebody may have deleted one.
    if (!table.has(customerID)) return;
    const line = {
      customerID,
      customerName: table.value('fullName', customerID) ?? '',
      customerCardCode: table.value('customerCardNumber', customerID) ?? '',
      customerGroupID: table.value('groupID', customerID) ?? 0,
      balance: balances(customerID),
    };
    lines.push(phpJson(line));
  });
  return lines;
}

/** Balances of all customers in one answer; one such report at a time. */
export const getCustomerBalances: Handler<typeof calls.getCustomerBalances> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const report = account.state(balanceReport);
  if (report.isRunning) refuse(1021);
  report.isRunning = true;
  try {
    const records = await linesOf(account, input.date ?? shopTime(account).date);
    return { recordsTotal: records.length, records };
  } finally {
    report.isRunning = false;
  }
};
