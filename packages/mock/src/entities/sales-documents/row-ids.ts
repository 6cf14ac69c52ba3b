import type { Shop } from '@erply-kit/fixtures';

import type { Account, StateDefinition } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { rowsOf } from './sales-saving.ts';

interface RowIDs {
  /** The last ID that a row of a sales document has had. */
  last: number;
}

const greatest = (document: Row | undefined): number =>
  rowsOf(document).reduce(
    (most, { rowID, stableRowID }) => Math.max(most, Number(rowID ?? 0), Number(stableRowID ?? 0)),
    0,
  );

/** Rows of the shop's own documents are numbered in the order of the documents. */
const lastOfShop = ({ salesDocuments }: Shop) =>
  salesDocuments.size === 0 ? 0 : greatest(salesDocuments.row(salesDocuments.size) as Row);

const rowIDs: StateDefinition<RowIDs, number> = {
  name: 'salesRowIDs',
  create: ({ shared }, saved) => ({ last: saved ?? lastOfShop(shared.shop) }),
  save: ({ last }) => last,
  bytesOf: () => 0,
};

/** The next ID of a row. */
export function nextRowID(account: Account): number {
  const ids = account.state(rowIDs);
  ids.last += 1;
  return ids.last;
}

/** A document may bring rows with IDs of its own: later rows get others. */
export function followRowIDs(account: Account, document: Row | undefined): void {
  const ids = account.state(rowIDs);
  ids.last = Math.max(ids.last, greatest(document));
}
