import type { Random } from '@erply-kit/tooling/property';

import type { Shop } from './seller.ts';

type AnyRecord = Record<string, any>;

/** The month in which they are sold. */
export const period = { dateStart: '2026-03-01', dateEnd: '2026-03-31' };

export type Sold = { readonly document: AnyRecord; readonly row: AnyRecord };

/** Sells, orders and takes back at random, and answers all rows that were sold in the period, by getSalesDocuments. */
export async function soldRows(shop: Shop, random: Random, count: number) {
  const { call, idOf } = shop;
  const sold: number[] = [];
  for (let made = 0; made < count; made += 1) {
    const row = () => ({
      ...{
        productID: random.whole(1, 6),
        amount: random.whole(1, 40) / 10,
        price: random.whole(1, 9999) / 100,
      },
      ...{ discount: random.pick([0, 0, 7.5]), vatrateID: random.whole(1, 2) },
    });
    const rows = Array.from({ length: random.whole(1, 3) }, row);
    const isReturn = sold.length > 0 && random.chance(0.2);
    const fields = {
      type: isReturn
        ? 'CREDITINVOICE'
        : random.pick(['INVWAYBILL', 'CASHINVOICE', 'ORDER', 'WAYBILL', 'INVOICE']),
      ...{
        date: `2026-0${random.whole(2, 4)}-1${random.whole(0, 9)}`,
        customerID: 1001 + random.whole(0, 3),
      },
      ...{ warehouseID: random.whole(1, 2), confirmInvoice: random.chance(0.9) ? 1 : 0 },
      ...(isReturn ? { creditToDocumentID: random.pick(sold) } : {}),
    };
    const signed = rows.map((each) => (isReturn ? { ...each, amount: -each.amount } : each));
    const id = await idOf(fields, signed);
    if (fields.type === 'INVWAYBILL') sold.push(id);
  }
  const { records } = await call('getSalesDocuments', {
    ...{ dateFrom: period.dateStart, dateTo: period.dateEnd, getRowsForAllInvoices: 1, getCOGS: 1 },
    ...{ confirmed: 1, recordsOnPage: 100 },
  });
  return records
    .filter(({ type }: AnyRecord) => !['ORDER', 'WAYBILL'].includes(type))
    .flatMap((document: AnyRecord) => document.rows.map((row: AnyRecord) => ({ document, row })));
}
