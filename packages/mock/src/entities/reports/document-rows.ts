import type { Account } from '../../account/account.ts';
import { withinDays } from '../../query/day-filters.ts';
import { oneOf, oneOfNumbers } from '../../query/filters.ts';
import { byText } from '../../query/order.ts';
import type { Row } from '../../store/row.ts';

/** A row of a document, where in it, and the document. */
export interface DocumentRow {
  readonly document: Row;
  readonly row: Row;
  readonly index: number;
}

/** A row that is chosen. */
export interface ChosenRow extends DocumentRow {
  /** All rows of the document are chosen. */
  readonly isOfWhole: boolean;
}

/** Confirmed documents of some types and a period. */
export interface DocumentChoice {
  readonly table: 'salesDocuments' | 'purchaseDocuments' | 'inventoryTransfers';
  readonly types: readonly string[];
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** IDs of the documents, by day and ID: found by indexes. */
export async function documentIDs(account: Account, choice: DocumentChoice): Promise<readonly number[]> {
  const { table, types, from, to } = choice;
  const finder = account.finder(table);
  const filters = [
    ...(from || to
      ? [withinDays(finder.base, 'date', { from: from ?? undefined, to: to ?? undefined })]
      : []),
    oneOf(finder.base, 'type', types),
    oneOfNumbers(finder.base, 'confirmed', [1]),
  ];
  const found = await finder.find({ filters, order: byText('date'), direction: 'asc' });
  return found.ids(0, found.total);
}

/** The rows of documents that pass a test, one after another; `undefined` after each document. */
export function* documentRows(
  account: Account,
  { table, ids }: { readonly table: DocumentChoice['table']; readonly ids: readonly number[] },
  isChosen: (row: DocumentRow) => boolean,
): Iterable<ChosenRow | undefined> {
  for (const id of ids) {
    // Since they were chosen, another request may have deleted one.
    const document: Row | undefined = account.table(table).get(id);
    if (document?.confirmed !== 1) continue;
    const rows = (document.rows ?? []) as readonly Row[];
    const chosen = rows.map((row, index) => ({ document, row, index })).filter(isChosen);
    const isOfWhole = chosen.length === rows.length;
    for (const one of chosen) yield { ...one, isOfWhole };
    yield undefined;
  }
}
