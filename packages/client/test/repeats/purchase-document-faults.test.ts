import { expect } from 'vitest';

import { testSaveFaults } from './save-faults.ts';

const rows = [{ productID: 1, amount: 12, price: 4.33333333 }];

testSaveFaults('savePurchaseDocument', {
  table: 'purchaseDocuments',
  async run(client) {
    const { records } = await client.savePurchaseDocument({
      supplierID: 1,
      no: 'S-1',
      currencyCode: 'EUR',
      rows,
    });
    const [record] = records;
    expect(record).toMatchObject({ invoiceNo: 'S-1', rows: [{ productID: 1, amount: 12 }] });
    return record?.invoiceID;
  },
});
