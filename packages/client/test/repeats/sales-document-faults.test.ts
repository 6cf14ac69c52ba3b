import { expect } from 'vitest';

import { testSaveFaults } from './save-faults.ts';

const rows = [{ productID: 1, amount: 2, price: 8.16666667, discount: 10 }];

testSaveFaults('saveSalesDocument', {
  table: 'salesDocuments',
  async run(client) {
    const { records } = await client.saveSalesDocument({
      type: 'INVOICE',
      customerID: 1003,
      notes: 'n',
      rows,
    });
    const [record] = records;
    expect(record).toMatchObject({
      invoiceNo: expect.stringMatching(/^\d+$/),
      net: 14.7,
      rows: [{ productID: 1, amount: 2, rowID: expect.any(Number), stableRowID: expect.any(Number) }],
    });
    const names = ['customNumber', 'invoiceID', 'invoiceLink', 'invoiceNo', 'net', 'receiptLink', 'rounding'];
    expect(Object.keys(record ?? {}).sort()).toEqual([...names, 'rows', 'total', 'vat']);
    const ofRow = ['amount', 'productID', 'rowID', 'serviceID', 'stableRowID'];
    expect(Object.keys(record?.rows[0] ?? {}).sort()).toEqual(ofRow);
    return record?.invoiceID;
  },
});
