export { type TotalsMethod, type TotalsMethodOptions, totalsMethod } from './totals-method.ts';
export { totalsOf, totalsOfRow } from './totals-of.ts';
export type {
  AlgorithmVersion,
  DocumentTotals,
  RateTotal,
  RowTotals,
  TotalsOptions,
  TotalsRow,
} from './totals-options.ts';
