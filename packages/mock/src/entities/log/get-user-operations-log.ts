import type { calls } from '@erply-kit/schemas';
import { recordOf } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { pageOf } from '../../generic/page.ts';
import { recordWriter } from '../../wire/record-writer.ts';

/** Deletions of one table, oldest first. */
export const getUserOperationsLog: Handler<typeof calls.getUserOperationsLog> = (context, input) => {
  userOf(context);
  const { account, call } = context;
  const entries = account.operationsLog.since(input.tableName, input.addedFrom ?? 0);
  if (input.orderByDir === 'desc') entries.reverse();
  const page = pageOf(call, input, account);
  const record = recordOf(call);
  if (record === undefined) throw new Error('getUserOperationsLog answers records');
  const shown = entries.slice(page.offset, page.offset + page.size);
  const records = shown.map((entry) => recordWriter(record)({ ...entry, operation: 'delete' }));
  return { recordsTotal: entries.length, records, isTotalString: true };
};
