import { type TotalsOptions, totalsMethod } from '@erply-kit/schemas/totals';

import type { Account } from '../../account/account.ts';
import { algorithmVersionOn } from './algorithm-version-on.ts';

/** What the totals of a sales document depend on, beside its rows. */
interface TotalledDocument {
  readonly type: string;
  /** yyyy-mm-dd. */
  readonly date: string;
  /** 1 for a credit invoice of a receipt. */
  readonly isCashInvoice?: number | undefined;
  /** Of the document's own; what the account rounds to counts without it. */
  readonly rounding?: number | undefined;
}

/** Decimals of net prices where the account does not say: those of Erply's database. */
const storedDecimals = 4;

/** How the totals of a sales document are computed in this account: the same for a cart and for what is saved of it. */
export function documentTotalsOptions(account: Account, document: TotalledDocument): TotalsOptions {
  const settings = account.table('confParameters').get(1) ?? {};
  const { type, isCashInvoice, rounding } = document;
  return {
    method: totalsMethod({ country: String(settings.country ?? ''), type, isCashInvoice }),
    version: algorithmVersionOn(account, document.date),
    priceDecimals: settings.price_decimals ?? storedDecimals,
    rounding,
    roundTo: settings.invoice_rounding ?? undefined,
    spreading: account.switches.algorithm5Spreading,
  };
}
