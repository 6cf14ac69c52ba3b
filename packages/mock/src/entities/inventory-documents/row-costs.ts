import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { stockOf } from '../stock/stock.ts';

/** Adds what one unit of each row costs to the rows of a document, when `getCost` asks for it. */
export function rowCosts(
  account: Account,
  table: string,
  getCost: 0 | 1 | undefined,
): ((record: Row) => Row) | undefined {
  if (getCost !== 1) return undefined;
  const { key } = account.table(table).definition;
  return (record) => {
    const costs = stockOf(account).ledger.costsOf({ table, id: Number(record[key]) });
    const rows = (record.rows ?? []) as readonly Row[];
    return { rows: rows.map((row, index) => ({ ...row, cost: costs.get(index) ?? 0 })) };
  };
}
