import type { calls, InputOf } from '@erply-kit/schemas';

import { encodeRecords } from '../../generic/encode-records.ts';
import { type CallContext, type Handler, userOf } from '../../generic/handler.ts';
import { unsetDetails } from '../../generic/list.ts';
import { listFilters } from '../../generic/list-filters.ts';
import { pageOf } from '../../generic/page.ts';
import { byFoldedText, byNumber } from '../../query/order.ts';
import type { Selection } from '../../query/selection.ts';
import type { Row } from '../../store/row.ts';
import { checkTaxOffice } from './account-country.ts';
import { blocksOf } from './blocks.ts';
import { balancesOf } from './customer-balance.ts';
import { indexGroups, ownFilters, quickSearch } from './filters.ts';

type Input = InputOf<typeof calls.getCustomers>;

const orders = {
  customerID: byNumber('customerID'),
  name: byFoldedText('fullName'),
  group: byNumber('groupID'),
  lastChanged: byNumber('lastModified'),
} as const;

/** More customers than anybody has: what an answer says that has not counted them. */
const meaninglessTotal = 999_999_999;

function find(context: CallContext, input: Input): Promise<Selection> {
  const { account } = context;
  const { orderBy = 'name', orderByDir = 'asc', searchNameIncrementally = '' } = input;
  const filters = [...listFilters(context, input), ...ownFilters(account, input)];
  const finder = account.finder('customers');
  if (searchNameIncrementally === '')
    return finder.find({ filters, order: orders[orderBy], direction: orderByDir });
  const quick = [quickSearch(finder.base, searchNameIncrementally), ...filters];
  return finder.find({ filters: quick, order: orders.customerID, direction: 'asc' });
}

/** Customers, as many as the page holds; a quick search has neither pages nor an order. */
export const getCustomers: Handler<typeof calls.getCustomers> = async (context, input) => {
  userOf(context);
  const { account, call, language, isDetailed } = context;
  checkTaxOffice(account, input.taxOfficeID);
  await indexGroups(account, input);
  const found = await find(context, input);
  const isQuick = (input.searchNameIncrementally ?? '') !== '';
  const page = isQuick ? { offset: 0, size: found.total } : pageOf(call, input, account);
  const ids = found.ids(page.offset, page.size);
  const withoutPrepayments = input.getBalanceWithoutPrepayments === 1;
  const balances =
    input.getBalanceInfo === 1 ? await balancesOf(account, ids, { withoutPrepayments }) : undefined;
  const ofRequest = blocksOf(account, input, { isDetailed, balances });
  const blocks = [...(isDetailed ? [unsetDetails(call)] : []), ...ofRequest];
  const addBlocks = (record: Row): Row => Object.assign({}, ...blocks.map((block) => block(record)));
  const records = await encodeRecords({
    ...{ account, tableName: 'customers', language },
    ids,
    addBlocks: blocks.length === 0 ? undefined : addBlocks,
  });
  const isUncounted = isQuick || input.doNotCalculateRecordsTotal === 1;
  return { recordsTotal: isUncounted ? meaninglessTotal : found.total, records };
};
