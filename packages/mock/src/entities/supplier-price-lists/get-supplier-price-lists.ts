import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Filter } from '../../query/filter.ts';
import { phraseOf, startingWith } from '../../query/filters.ts';
import type { Row } from '../../store/row.ts';

type Input = InputOf<typeof calls.getSupplierPriceLists>;

/** Lists of suppliers whose name begins so, in capitals or not. */
function bySupplierName(account: Account, name: string): Filter {
  const suppliers = account.table('suppliers');
  const { wanted, key } = phraseOf(name);
  return {
    key: `supplierName~=${key}`,
    matches: (list) =>
      String(suppliers.get(Number(list.get('supplierID') ?? 0))?.fullName ?? '')
        .toLowerCase()
        .startsWith(wanted),
  };
}

function filtersOf(account: Account, { name = '', supplierName = '' }: Input): Filter[] {
  const { base } = account.finder('supplierPriceLists');
  return [
    ...(name === '' ? [] : [startingWith(base, ['name'], phraseOf(name))]),
    ...(supplierName === '' ? [] : [bySupplierName(account, supplierName)]),
  ];
}

/** The prices of a list; amounts only where the account has them. */
function rulesOf(account: Account, list: Row): Row[] {
  const table = account.table('supplierPriceListProducts');
  const hasAmounts = account.hasModule('quantityPriceLists');
  return table.find('supplierPriceListID', list.supplierPriceListID).map((id) => {
    const { productID, price = 0, amount = 0 } = table.get(id) ?? {};
    return hasAmounts ? { productID, price, amount } : { productID, price };
  });
}

/** Price lists of suppliers with their prices. */
export const getSupplierPriceLists: Handler<typeof calls.getSupplierPriceLists> = (context, input) => {
  const { account } = context;
  const { name: _, supplierName: __, ...others } = input;
  const addBlocks =
    input.getHeadersOnly === 1 ? undefined : (list: Row) => ({ pricelistRules: rulesOf(account, list) });
  return listWith(context, others, { filters: filtersOf(account, input), addBlocks });
};
