import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { reservedUntil, salesReservations } from './sales-reservations.ts';
import { hasStock, stockOf } from './stock.ts';
import { changesOf, dayOfDocument } from './stock-documents.ts';
import type { StockChange, StockSource } from './stock-movement.ts';

/** Goods that a credit invoice takes back cost what they cost when they left (inferred). */
function withReturnCosts(account: Account, document: Row | undefined, changes: StockChange[]): StockChange[] {
  const id = Number(document?.creditToDocumentID ?? 0);
  if (id === 0 || !changes.some(({ amount }) => amount > 0)) return changes;
  const costs = stockOf(account).ledger.unitCosts({ table: 'salesDocuments', id });
  return changes.map((change) => {
    const cost = change.amount > 0 ? costs.get(change.productID) : undefined;
    return cost === undefined ? change : { ...change, cost, price: cost };
  });
}

/** Stock follows the documents, whoever writes or deletes them; `now` is when that happens, in Unix seconds. */
export function postDocument(account: Account, source: StockSource, now: number): void {
  const stock = stockOf(account);
  stock.version = account.shared.baseTables.nextVersion();
  const document = account.table(source.table).get(source.id);
  const changes = changesOf(source.table, document, (productID) => hasStock(account, productID));
  const priced = withReturnCosts(account, document, changes);
  stock.ledger.post({ source, changes: priced, day: dayOfDocument(document, now), now });
}

/** Reservations follow the sales documents, whoever writes or deletes them. */
export function reserveForSale(account: Account, id: number, now: number): void {
  const document = account.table('salesDocuments').get(id);
  const { orderReserves } = account.switches;
  const rules = { orderReserves, hasStock: (productID: number) => hasStock(account, productID) };
  const reservations = salesReservations(document, rules);
  const source = { table: 'salesDocuments', id };
  stockOf(account).ledger.reserve({ source, reservations, untilDay: reservedUntil(document), now });
}
