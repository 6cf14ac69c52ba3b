import { phpRound } from '@erply-kit/schemas';
import { totalsOf } from '@erply-kit/schemas/totals';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';

/** Decimals of net prices where the account does not say: those of Erply's database. */
const storedDecimals = 4;

const centDecimals = 2;

const numberIn = (row: Row, field: string) => Number(row[field] ?? 0);

/** Totals as the books have them. */
export const accountingFields = ['netTotalForAccounting', 'totalForAccounting'] as const;

/** What the books have where nobody said otherwise: it is in the account's currency (inferred). */
export function accountingTotals({ netTotal, total, currencyRate }: Row): Row {
  const converted = (sum: unknown) => phpRound(Number(sum ?? 0) * Number(currencyRate ?? 1), centDecimals);
  return { netTotalForAccounting: converted(netTotal), totalForAccounting: converted(total) };
}

/** What a purchase document comes to: counted from net prices, whatever its type (inferred). */
export function purchaseTotals(account: Account, document: Row): Row {
  const rates = account.table('vatRates');
  const settings = account.table('confParameters').get(1) ?? {};
  const rows = ((document.rows ?? []) as readonly Row[]).map((row) => {
    const vatrateID = numberIn(row, 'vatrateID');
    return {
      price: numberIn(row, 'price'),
      discount: numberIn(row, 'discount'),
      amount: numberIn(row, 'amount'),
      vatrateID,
      vatRate: Number(rates.get(vatrateID)?.rate ?? 0),
    };
  });
  const { rows: _, ...totals } = totalsOf(rows, {
    method: 'NetPrice',
    version: 2,
    priceDecimals: settings.price_decimals ?? storedDecimals,
    rounding: numberIn(document, 'rounding'),
  });
  return { ...totals };
}
