import { expect } from 'vitest';

import { testSaveFaults } from './save-faults.ts';

testSaveFaults('savePayment', {
  table: 'payments',
  async run(client) {
    const { records } = await client.savePayment({ customerID: 1003, type: 'CASH', sum: 25.005, info: 'n' });
    expect(records).toEqual([{ paymentID: expect.any(Number) }]);
    return records[0]?.paymentID;
  },
});
