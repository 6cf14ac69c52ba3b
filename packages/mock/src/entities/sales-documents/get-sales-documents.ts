import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { encodeRecords } from '../../generic/encode-records.ts';
import { type CallContext, type Handler, userOf } from '../../generic/handler.ts';
import { listFilters } from '../../generic/list-filters.ts';
import { pageOf } from '../../generic/page.ts';
import { byNumber, type Order } from '../../query/order.ts';
import type { Selection } from '../../query/selection.ts';
import { withLinks } from './document-links.ts';
import { checkLocations, ownFilters } from './filters.ts';
import { blocksOf } from './sales-blocks.ts';

type Input = InputOf<typeof calls.getSalesDocuments>;

const digits = 16;

const orders: Readonly<Record<'documentID' | 'dateAndNumber', Order>> = {
  documentID: byNumber('id'),
  // Numbers have no letters, and sort by their value.
  dateAndNumber: {
    name: 'dateAndNumber',
    keyOf: (get) => `${get('date') ?? ''} ${String(get('number') ?? '').padStart(digits, '0')}`,
    by: 'text',
  },
};

/** Inputs that are named like a field and mean something else, or more. */
function fieldsOf({ clientID: _, clientName: __, number: ___, invoiceState, ...others }: Input) {
  return invoiceState === undefined || invoiceState === 'NOT_CANCELLED'
    ? others
    : { ...others, invoiceState };
}

/** Makes the indexes, in slices, by which documents are found and shown. */
async function index(account: Account): Promise<void> {
  await account.table('payments').index('documentID');
  await account.table('salesDocuments').index('creditToDocumentID');
}

async function find(context: CallContext, input: Input): Promise<Selection> {
  const { account } = context;
  const { orderBy = 'documentID', orderByDir = 'desc' } = input;
  const filters = [...listFilters(context, fieldsOf(input)), ...(await ownFilters(account, input))];
  const query = { filters, order: orders[orderBy], direction: orderByDir };
  return account.finder('salesDocuments').find(query);
}

/** Rows come with one document, or when they are asked for. */
const hasRows = ({ id, number = '', getRowsForAllInvoices }: Input, total: number): boolean =>
  id !== undefined || number !== '' || getRowsForAllInvoices === 1 || total === 1;

/** Documents as they are kept, with what the request adds and links that work from now on. */
export const getSalesDocuments: Handler<typeof calls.getSalesDocuments> = async (context, input) => {
  const { account, call, language } = context;
  checkLocations(userOf(context), input);
  await index(account);
  const found = await find(context, input);
  const page = pageOf(call, input, account);
  const isWithRows = hasRows(input, found.total);
  const records = await encodeRecords({
    ...{ account, tableName: 'salesDocuments', language },
    ids: found.ids(page.offset, page.size),
    shown: [...(isWithRows ? ['rows'] : []), ...(input.getAddedTimestamp === 1 ? ['added'] : [])],
    addBlocks: blocksOf(account, input, isWithRows),
  });
  return { recordsTotal: found.total, records: withLinks(records, context) };
};
