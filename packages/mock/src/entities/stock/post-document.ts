import type { Account } from '../../account/account.ts';
import { hasStock, stockOf } from './stock.ts';
import { changesOf, dayOfDocument } from './stock-documents.ts';

/** Stock follows the documents, whoever writes or deletes them. */
export function postDocument(account: Account, tableName: string, id: number): void {
  const stock = stockOf(account);
  stock.version = account.shared.baseTables.nextVersion();
  const document = account.table(tableName).get(id);
  const changes = changesOf(tableName, document, (productID) => hasStock(account, productID));
  const now = account.now();
  stock.ledger.post({ source: { table: tableName, id }, changes, day: dayOfDocument(document, now), now });
}
