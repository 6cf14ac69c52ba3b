import { calls, type ModuleName } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { pageOf } from '../../generic/page.ts';
import type { Row } from '../../store/row.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { checkPriceList } from './price-list-rows.ts';

/** Fields of a row that only accounts with a module have. */
const moduleFields = [
  ['quantityPriceLists', ['amount']],
  ['priceListSubsidy', ['subsidy', 'subsidyTypeID', 'page', 'positionOnPage', 'forecastUnits']],
] as const satisfies readonly (readonly [ModuleName, readonly string[]])[];

/** Those fields as the account shows them: with a module even where nothing was saved, without it never. */
function shownFields(account: Account, row: Row): Row {
  return Object.fromEntries(
    moduleFields.flatMap(([module, fields]) =>
      fields.map((field) => [field, account.hasModule(module) ? (row[field] ?? 0) : undefined]),
    ),
  );
}

/** The rows of one price list. */
export const getProductsInPriceList: Handler<typeof calls.getProductsInPriceList> = (context, input) => {
  userOf(context);
  const { account, call } = context;
  checkPriceList(account, input.priceListID);
  const table = account.table('pricelistProducts');
  const ids = table.find('priceListID', input.priceListID);
  const page = pageOf(call, input, account);
  const write = recordWriter(calls.getProductsInPriceList.result.list);
  const records = ids.slice(page.offset, page.offset + page.size).map((id) => {
    const row = table.get(id) ?? {};
    return write({ ...row, ...shownFields(account, row) });
  });
  return { recordsTotal: ids.length, records };
};
