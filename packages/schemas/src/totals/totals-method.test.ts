import { expect, it } from 'vitest';

import { totalsMethod } from './totals-method.ts';

it.each(['CASHINVOICE', 'INVWAYBILL', 'ORDER'])('makes %s of net prices in the US and Canada', (type) => {
  expect(totalsMethod({ country: 'US', type })).toBe('NetPrice');
  expect(totalsMethod({ country: 'ca', type })).toBe('NetPrice');
});

it.each(['INVWAYBILL', 'INVOICE', 'WAYBILL', 'ORDER', 'OFFER', 'PREPAYMENT', 'CREDITINVOICE'])(
  'makes %s of net prices elsewhere',
  (type) => {
    expect(totalsMethod({ country: 'EE', type })).toBe('NetPrice');
  },
);

it('makes receipts and what credits them of prices with tax elsewhere', () => {
  expect(totalsMethod({ country: 'EE', type: 'CASHINVOICE' })).toBe('PriceWithTax');
  expect(totalsMethod({ country: 'EE', type: 'CREDITINVOICE', isCashInvoice: 1 })).toBe('PriceWithTax');
});
