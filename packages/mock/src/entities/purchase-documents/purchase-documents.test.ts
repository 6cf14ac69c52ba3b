import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** An empty shop in Estonia with products 1 to 3, and a supplier. */
export async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const supplierID = account
    .data('suppliers')
    .insert({ supplierType: 'COMPANY', fullName: 'Main Goods', companyName: 'Main Goods', groupID: 1 });
  for (const price of [10, 20, 30])
    account
      .data('products')
      .insert({ groupID: 1, name: `P${price}`, code: `c${price}`, price, vatrateID: 1 });
  account.data('confParameters').update(1, { country: 'EE', use_purchase_waybills: 1 });
  const { call } = await loggedIn(mock);
  const head = { supplierID, no: 'S-1', currencyCode: 'EUR' };
  const save = (fields: Fields) => call('savePurchaseDocument', { ...head, ...fields });
  return { mock, account, call, save, supplierID, head };
}
