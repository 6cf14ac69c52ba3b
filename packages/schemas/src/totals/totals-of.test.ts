import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { naiveTotals } from './naive-totals.ts';
import { totalsOf, totalsOfRow } from './totals-of.ts';
import type { TotalsOptions, TotalsRow } from './totals-options.ts';

const netPrice: TotalsOptions = { method: 'NetPrice', version: 2, priceDecimals: 4 };
const priceWithTax: TotalsOptions = { ...netPrice, method: 'PriceWithTax' };
const row = (changes: Partial<TotalsRow>): TotalsRow => ({
  price: 1,
  discount: 0,
  amount: 1,
  vatRate: 20,
  vatrateID: 1,
  ...changes,
});

describe('worked examples of the pages', () => {
  const documented = [row({ price: 6.6667, discount: 15, amount: 10 })];

  it('makes 56.67 and 11.33 of 6.6667 less 15%, ten pieces, at 20%', () => {
    expect(totalsOf(documented, netPrice)).toMatchObject({
      rows: [{ finalNetPrice: 5.6667, rowNetTotal: 56.67, rowVAT: 11.33, rowTotal: 68 }],
      ...{ netTotal: 56.67, vatTotal: 11.33, rounding: 0, total: 68 },
    });
  });

  it('keeps ten decimals of the discounted price and eight of the row in version 3', () => {
    expect(totalsOf(documented, { ...netPrice, version: 3 }).rows).toEqual([
      {
        finalNetPrice: 5.666695,
        finalPriceWithVAT: 6.800034,
        rowNetTotal: 56.66695,
        rowVAT: 11.33339,
        rowTotal: 68.00034,
      },
    ]);
  });

  it('makes 0.46 of 0.375 at 20% in version 3, a cent more than it should be', () => {
    const totals = totalsOf([row({ price: 0.375 })], { ...netPrice, version: 3 });
    expect(totals).toMatchObject({ netTotal: 0.38, vatTotal: 0.08, total: 0.46 });
  });

  it('takes 10% off a price of 8.49 with tax, and off a net price of 7.45', () => {
    const rows = [row({ price: 7.45, vatRate: 14, discount: 10 })];
    const [withTax] = totalsOf(rows, { ...priceWithTax, priceDecimals: 2 }).rows;
    const [net] = totalsOf(rows, { ...netPrice, priceDecimals: 2 }).rows;
    expect(totalsOf([row({ price: 7.45, vatRate: 14 })], priceWithTax).total).toBe(8.49);
    expect(withTax?.finalPriceWithVAT).toBe(7.64);
    expect(net).toMatchObject({ finalNetPrice: 6.71, finalPriceWithVAT: 7.65, rowTotal: 7.65 });
  });

  it('sells two pieces of 8.1667 less 10% for 17.64 on a receipt', () => {
    const totals = totalsOf([row({ price: 8.1667, discount: 10, amount: 2 })], priceWithTax);
    expect(totals).toMatchObject({ netTotal: 14.7, vatTotal: 2.94, total: 17.64 });
    expect(totals.rows[0]).toMatchObject({ finalNetPrice: 7.35, finalPriceWithVAT: 8.82 });
  });

  it('sells what costs less than a cent with tax for nothing, but in version 4', () => {
    const rows = [row({ price: 0.0027, amount: 1000 })];
    expect(totalsOf(rows, priceWithTax).total).toBe(0);
    const totals = totalsOf(rows, { ...priceWithTax, version: 4 });
    expect(totals.rows[0]?.finalPriceWithVAT).toBe(0.00324);
    expect(totals.total).toBe(3.24);
  });
});

describe('rounding of the total', () => {
  it('adds what the document says at the very end', () => {
    const totals = totalsOf([row({ price: 8.33 })], { ...netPrice, rounding: 0.02, roundTo: 0.05 });
    expect(totals).toMatchObject({ netTotal: 8.33, vatTotal: 1.67, rounding: 0.02, total: 10.02 });
  });

  it('makes a multiple of what the account rounds to', () => {
    const options = { ...netPrice, roundTo: 0.05 };
    expect(totalsOf([row({ price: 8.35 })], options)).toMatchObject({ rounding: -0.02, total: 10 });
    expect(totalsOf([row({ price: -8.35 })], options)).toMatchObject({ rounding: 0.02, total: -10 });
  });
});

describe('totals by rate', () => {
  it('has the rates in the order of the rows', () => {
    const rows = [
      row({ price: 10, vatrateID: 7, vatRate: 9 }),
      row({ price: 5 }),
      row({ vatrateID: 7, vatRate: 9 }),
    ];
    const totals = totalsOf(rows, netPrice);
    expect(totals.netTotalsByTaxRate).toEqual([
      { vatrateID: 7, total: 11 },
      { vatrateID: 1, total: 5 },
    ]);
    expect(totals.vatTotalsByTaxRate).toEqual([
      { vatrateID: 7, total: 0.99 },
      { vatrateID: 1, total: 1 },
    ]);
  });

  it('has none without rows', () => {
    expect(totalsOf([], netPrice)).toEqual({
      ...{ rows: [], netTotal: 0, vatTotal: 0, rounding: 0, total: 0 },
      ...{ netTotalsByTaxRate: [], vatTotalsByTaxRate: [] },
    });
  });
});

describe('spreading of version 5', () => {
  const rows = [row({ price: 0.12 }), row({ price: 0.12 }), row({ price: 0.12 })];
  const taxes = (spreading: 'largestRemainder' | 'none') => {
    const totals = totalsOf(rows, { ...netPrice, version: 5, spreading });
    return { rows: totals.rows.map(({ rowVAT }) => rowVAT), vatTotal: totals.vatTotal };
  };

  it('gives the cent that rows are short of to those that lose most', () => {
    expect(taxes('largestRemainder')).toEqual({ rows: [0.03, 0.02, 0.02], vatTotal: 0.07 });
  });

  it('rounds each row for itself when it is told to', () => {
    expect(taxes('none')).toEqual({ rows: [0.02, 0.02, 0.02], vatTotal: 0.07 });
  });
});

const hundredths = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((value) => value / 100);
const anyRow = fc.record({
  price: fc.integer({ min: 0, max: 99_999_999 }).map((value) => value / 10_000),
  discount: fc.oneof(fc.constant(0), hundredths(0, 10_000)),
  amount: fc.oneof(fc.integer({ min: 1, max: 50 }), hundredths(1, 900)),
  ...{ rate: fc.constantFrom(0, 5.5, 9, 20, 22, 24) },
});
const anyRows = fc
  .array(anyRow, { maxLength: 12 })
  .map((rows) => rows.map(({ rate, ...rest }) => ({ ...rest, vatRate: rate, vatrateID: rate * 10 })));
const anyOptions = fc.record({
  method: fc.constantFrom('NetPrice' as const, 'PriceWithTax' as const),
  version: fc.constantFrom(2 as const, 3 as const, 4 as const, 5 as const),
  priceDecimals: fc.constantFrom(2, 4),
});
const cents = (value: number) => Math.round(value * 100);
const sumOfCents = (values: readonly number[]) => values.reduce((sum, value) => sum + cents(value), 0);

describe('whatever is sold', () => {
  it('comes to what fractions come to', () => {
    const agrees = fc.property(anyRows, anyOptions, (rows, options) => {
      const { netTotal, vatTotal, total } = totalsOf(rows, options);
      expect({ netTotal, vatTotal, total }).toEqual(naiveTotals(rows, options));
    });
    fc.assert(agrees, propertyRun(300));
  });

  it('adds up: rows, and net, tax and rounding', () => {
    const addsUp = fc.property(anyRows, anyOptions, (rows, options) => {
      const totals = totalsOf(rows, { ...options, roundTo: 0.05 });
      const { netTotal, vatTotal, rounding, total } = totals;
      expect(cents(netTotal) + cents(vatTotal) + cents(rounding)).toBe(cents(total));
      expect(cents(total) % 5).toBe(0);
      for (const one of totals.rows) expect(one.rowNetTotal + one.rowVAT).toBeCloseTo(one.rowTotal, 7);
    });
    fc.assert(addsUp, propertyRun(100));
  });

  it('adds up row by row and rate by rate to the cent in version 5, and to what is paid on a receipt', () => {
    const addsUp = fc.property(anyRows, anyOptions, (rows, { method, priceDecimals }) => {
      const totals = totalsOf(rows, { method, version: 5, priceDecimals });
      expect(sumOfCents(totals.rows.map(({ rowTotal }) => rowTotal))).toBe(cents(totals.total));
      if (method === 'PriceWithTax') return;
      expect(sumOfCents(totals.rows.map(({ rowVAT }) => rowVAT))).toBe(cents(totals.vatTotal));
      expect(sumOfCents(totals.vatTotalsByTaxRate.map((rate) => rate.total))).toBe(cents(totals.vatTotal));
      expect(sumOfCents(totals.netTotalsByTaxRate.map((rate) => rate.total))).toBe(cents(totals.netTotal));
    });
    fc.assert(addsUp, propertyRun(100));
  });

  it('comes to as much as its only row', () => {
    const agrees = fc.property(anyRow, anyOptions, ({ rate, ...rest }, options) => {
      const one = { ...rest, vatRate: rate, vatrateID: 1 };
      expect(totalsOfRow(one, options)).toEqual(totalsOf([one], options).rows[0]);
    });
    fc.assert(agrees, propertyRun(100));
  });

  it('mirrors a sale when it comes back', () => {
    const mirror = (value: number) => 0 - value;
    const mirrors = fc.property(anyRows, anyOptions, (rows, options) => {
      const returned = rows.map((one) => ({ ...one, amount: -one.amount }));
      const [sale, back] = [totalsOf(rows, options), totalsOf(returned, options)];
      expect([back.netTotal, back.vatTotal, back.total]).toEqual(
        [sale.netTotal, sale.vatTotal, sale.total].map(mirror),
      );
      expect(back.rows.map(({ rowVAT }) => rowVAT)).toEqual(sale.rows.map(({ rowVAT }) => mirror(rowVAT)));
    });
    fc.assert(mirrors, propertyRun(100));
  });
});
