import type { Account } from '../../account/account.ts';
import { reservedUntil, salesReservations } from './sales-reservations.ts';
import { hasStock, stockOf } from './stock.ts';
import { changesOf, dayOfDocument } from './stock-documents.ts';
import type { StockSource } from './stock-movement.ts';

/** Stock follows the documents, whoever writes or deletes them; `now` is when that happens, in Unix seconds. */
export function postDocument(account: Account, source: StockSource, now: number): void {
  const stock = stockOf(account);
  stock.version = account.shared.baseTables.nextVersion();
  const document = account.table(source.table).get(source.id);
  const changes = changesOf(source.table, document, (productID) => hasStock(account, productID));
  stock.ledger.post({ source, changes, day: dayOfDocument(document, now), now });
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
