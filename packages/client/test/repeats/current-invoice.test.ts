import { expect, it } from 'vitest';

import { currentInvoiceID } from '@erply-kit/schemas';

import { openErply } from '../open-erply.ts';

const rows = [{ productID: 1, amount: 1, price: 10 }];

it('names the document that the same bulk request has made', async () => {
  await using opened = await openErply({ mock: { products: 5, warehouses: 1 } });
  const { client } = opened;
  const [sale, coupon] = await client.bulk([
    client.saveSalesDocument.request({ customerID: 1003, rows }),
    client.saveIssuedCoupon.request({ couponID: 1, uniqueIdentifier: '77', invoiceID: currentInvoiceID }),
  ]);
  if (!sale.ok) throw sale.error;
  if (!coupon.ok) throw coupon.error;
  const { records } = await client.getIssuedCoupons({ uniqueIdentifier: ['77'] });
  expect(records).toMatchObject([{ issuedInvoiceID: sale.answer.records[0]?.invoiceID }]);
});

it('is refused before it is sent where no call before it makes a document', async () => {
  await using opened = await openErply({ mock: { products: 5, warehouses: 1 } });
  const { client } = opened;
  const coupon = client.saveIssuedCoupon.request({
    couponID: 1,
    uniqueIdentifier: '7',
    invoiceID: currentInvoiceID,
  });
  const sale = client.saveSalesDocument.request({ customerID: 1003, rows });
  const results = await client.bulk([coupon, sale]);
  for (const result of results) expect(result).toMatchObject({ ok: false, error: { kind: 'usage' } });
  expect(opened.requests()).toEqual([]);
});
