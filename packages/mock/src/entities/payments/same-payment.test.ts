import { describe, expect, it } from 'vitest';

import { loggedIn } from '../../../test/ask.ts';
import { date, payingShop, time } from '../../../test/payments/paying-shop.ts';

describe('a payment that was sent before', () => {
  it('is refused with 1206 by its temporaryUUID, and nothing is made', async () => {
    const { call, payments, mock } = await payingShop();
    const sent = { customerID: 1003, sum: 1, temporaryUUID: 'a-1' };
    expect((await call('savePayment', { ...sent, type: 'SHELLS' })).status.errorCode).toBe(1016);
    expect((await call('savePayment', sent)).records).toEqual([{ paymentID: 1 }]);
    expect((await call('savePayment', sent)).status).toMatchObject({
      errorCode: 1206,
      errorField: 'temporaryUUID',
    });
    expect(payments.list()).toHaveLength(1);
    // An edit may send it again.
    expect((await call('savePayment', { ...sent, paymentID: 1 })).status.errorCode).toBe(0);
    mock.clock.advance(24 * 3600);
    const { call: later } = await loggedIn(mock);
    expect((await later('savePayment', sent)).records).toEqual([{ paymentID: 2 }]);
  });

  it('is answered with its ID when all of it is the same, a day and a time among it', async () => {
    const { save, payments, document } = await payingShop();
    const sent = { documentID: document, type: 'CASH', sum: 5, date: '2026-02-03', time: '10:00:00' };
    expect([await save(sent), await save(sent), await save({ ...sent, info: 'again' })]).toEqual([1, 1, 1]);
    const others = [
      { sum: 6 },
      { type: 'CARD' },
      { date: '2026-02-04' },
      { time: '10:00:01' },
      { currencyCode: 'USD' },
    ];
    for (const other of others) await save({ ...sent, ...other });
    expect(payments.list()).toHaveLength(6);
  });

  it('is another one where day or time are those of the server, and where the switch says so', async () => {
    const { save, document } = await payingShop();
    const sent = { documentID: document, type: 'CASH', sum: 5 };
    expect([await save(sent), await save(sent)]).toEqual([1, 2]);
    expect([await save({ ...sent, date }), await save({ ...sent, date })]).toEqual([3, 4]);
    const off = await payingShop({ duplicateDocuments: 'off' });
    const whole = { ...sent, documentID: off.document, date, time };
    expect([await off.save(whole), await off.save(whole)]).toEqual([1, 2]);
  });

  it('is another one after it was changed or deleted', async () => {
    const { call, save, document } = await payingShop();
    const sent = { documentID: document, type: 'CASH', sum: 5, date, time };
    await save(sent);
    await save({ paymentID: 1, sum: 6 });
    expect(await save(sent)).toBe(2);
    await call('deletePayment', { paymentID: 2 });
    expect(await save(sent)).toBe(3);
  });
});
