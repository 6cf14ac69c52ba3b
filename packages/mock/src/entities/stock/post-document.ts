import type { Account } from '../../account/account.ts';
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
