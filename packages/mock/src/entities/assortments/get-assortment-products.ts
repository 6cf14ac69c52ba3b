import { type calls, recordOf } from '@erply-kit/schemas';

import { encodeRecords } from '../../generic/encode-records.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { pageOf } from '../../generic/page.ts';
import { contentsOf } from './assortment-contents.ts';

/** The products of an assortment, in the order in which they came. */
export const getAssortmentProducts: Handler<typeof calls.getAssortmentProducts> = async (context, input) => {
  userOf(context);
  const { account, call, language } = context;
  const rowIDs = [...contentsOf(account, input.assortmentID).values()].map(({ rowID }) => rowID);
  const { offset, size } = pageOf(call, input, account);
  const ids = rowIDs.slice(offset, offset + size);
  const tableName = 'assortmentProducts';
  const records = await encodeRecords({ account, tableName, ids, language, shape: recordOf(call) });
  return { recordsTotal: rowIDs.length, records };
};
