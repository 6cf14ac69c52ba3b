/** How totals are made: of net prices, with the tax on top, or of prices that have the tax in them. */
export type TotalsMethod = 'NetPrice' | 'PriceWithTax';

/** What decides on the method. */
export interface TotalsMethodOptions {
  /** Two letters, as `country` of getConfParameters has them. */
  readonly country: string;
  /** `type` of the sales document. */
  readonly type: string;
  /** 1 for a credit invoice of a receipt. @default 0 */
  readonly isCashInvoice?: number | undefined;
}

/** Where prices on shelves are net, so that everything is made of net prices. */
const netCountries: readonly string[] = ['US', 'CA'];

/**
 * The method of a sales document: US and Canadian accounts make all of them of net prices, others all but receipts and
 * what credits a receipt.
 */
export function totalsMethod(options: TotalsMethodOptions): TotalsMethod {
  if (netCountries.includes(options.country.toUpperCase())) return 'NetPrice';
  const isReceipt =
    options.type === 'CASHINVOICE' || (options.type === 'CREDITINVOICE' && options.isCashInvoice === 1);
  return isReceipt ? 'PriceWithTax' : 'NetPrice';
}
