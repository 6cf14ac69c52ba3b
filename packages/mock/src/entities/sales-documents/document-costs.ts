import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { stockOf } from '../stock/stock.ts';
import { roundAmount } from '../stock/stock-movement.ts';

/** What the goods of a document cost, in its currency. */
interface DocumentCosts {
  /** All of them; negative for what came back. */
  readonly cost: number;
  /** One unit of each row. */
  readonly unitCosts: readonly number[];
}

/** What its goods cost, by the batches that they came from: nothing for what moves no stock. */
export function documentCosts(account: Account, { id, rows, currencyRate }: Row): DocumentCosts {
  const known = stockOf(account).ledger.costsOf({ table: 'salesDocuments', id: Number(id) });
  const rate = Number(currencyRate ?? 1) || 1;
  let cost = 0;
  const unitCosts = ((rows ?? []) as readonly Row[]).map(({ amount }, index) => {
    const own = known.get(index) ?? 0;
    cost = roundAmount(cost + roundAmount(own * Number(amount ?? 0)));
    return roundAmount(own / rate);
  });
  return { cost: roundAmount(cost / rate), unitCosts };
}
