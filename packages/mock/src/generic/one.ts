import { encodeRecords } from './encode-records.ts';
import { type Handler, userOf } from './handler.ts';

/** The only record of a table, which is about the account itself. */
export const genericOne: Handler = async (context) => {
  userOf(context);
  const { account, call, language } = context;
  const tableName = call.table?.name ?? '';
  return { recordsTotal: 1, records: await encodeRecords({ account, tableName, ids: [1], language }) };
};
