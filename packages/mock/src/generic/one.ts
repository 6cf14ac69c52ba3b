import { printRecords } from './encode-records.ts';
import { type Handler, userOf } from './handler.ts';

/** The only record of a table, which is about the account itself. */
export const genericOne: Handler = (context) => {
  userOf(context);
  const { account, call, language } = context;
  const tableName = call.table?.name ?? '';
  return { recordsTotal: 1, records: printRecords({ account, tableName, ids: [1], language }) };
};
