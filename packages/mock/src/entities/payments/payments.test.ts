import { describe, expect, it } from 'vitest';

import { type Fields, start } from '../../../test/ask.ts';
import { payingShop } from '../../../test/payments/paying-shop.ts';

describe('payments', () => {
  it('are found by every input, in pages', async () => {
    const { mock, save, ids, document, other } = await payingShop();
    await save({ documentID: document, type: 'CASH', date: '2026-02-01', archivalNumber: 'A1' });
    await save({
      documentID: other,
      type: 'GIFTCARD',
      giftCardVatRateID: 2,
      date: '2026-02-02',
      archivalNumber: 'A1',
    });
    mock.clock.advance(60);
    const attributes = { attributeName1: 'a', attributeValue1: '1' };
    await save({ customerID: 1005, date: '2026-02-03', addedToStoreCredit: 1, ...attributes });
    const all = [1, 2, 3];
    const cases: readonly (readonly [Fields, readonly number[]])[] = [
      [{}, all],
      [{ paymentID: 2 }, [2]],
      [{ paymentIDs: '3,1,77' }, [1, 3]],
      [{ customerID: 1004 }, [2]],
      [{ documentID: document }, [1]],
      [{ documentID: 0 }, [3]],
      [{ documentIDs: `${document},${other}` }, [1, 2]],
      [{ dateFrom: '2026-02-02' }, [2, 3]],
      [{ dateTo: '2026-02-02' }, [1, 2]],
      [{ dateFrom: '2026-02-02', dateTo: '2026-02-02' }, [2]],
      [{ type: 'CASH' }, [1]],
      [{ type: 'SHELLS' }, []],
      [{ typeID: 4 }, [2]],
      [{ giftCardVatRateID: 2 }, [2]],
      [{ excludeStoreCreditPayments: 1 }, [1, 2]],
      [{ excludeStoreCreditPayments: 0 }, all],
      [{ archivalNumber: 'A1' }, [1, 2]],
      [{ searchAttributeName: 'a', searchAttributeValue: '1' }, [3]],
      [{ changedSince: start + 1 }, [3]],
      [{ recordsOnPage: 2, pageNo: 2 }, [3]],
      [{ dateFrom: '', type: '' }, all],
    ];
    for (const [fields, expected] of cases) expect([fields, await ids(fields)]).toEqual([fields, expected]);
  });

  it('are deleted by their IDs, which the operations log knows', async () => {
    const { call, save, ids, document } = await payingShop();
    await save({ documentID: document });
    expect((await call('deletePayment', {})).status).toMatchObject({
      errorCode: 1010,
      errorField: 'paymentID',
    });
    expect((await call('deletePayment', { paymentID: 9 })).status).toMatchObject({ errorCode: 1011 });
    expect((await call('deletePayment', { paymentID: 1 })).status.errorCode).toBe(0);
    expect(await ids()).toEqual([]);
    const log = await call('getUserOperationsLog', { tableName: 'payments' });
    expect(log.records).toMatchObject([{ tableName: 'payments', itemID: 1, operation: 'delete' }]);
  });

  it('keep their customer from being deleted (1022), as documents do', async () => {
    const { call, save } = await payingShop();
    await save({ customerID: 1005, sum: 1 });
    const codeOf = async (customerID: number) =>
      (await call('deleteCustomer', { customerID })).status.errorCode;
    const { customerID: free } = (await call('saveCustomer', { companyName: 'Sample Ltd' })).records[0];
    // 1003 has a document and no payment.
    expect([await codeOf(1003), await codeOf(1005), await codeOf(free)]).toEqual([1022, 1022, 0]);
  });
});
