import type { Account } from '../../../account/account.ts';
import type { Row } from '../../../store/row.ts';

interface History {
  readonly replacesIDs: readonly number[];
  readonly replacedWithIDs: readonly number[];
}

/** One or several, as the record allows. */
const historiesOf = (row: Row | undefined): readonly History[] =>
  [(row?.productReplacementHistory ?? []) as History | History[]].flat();

/** Pairs of products, the old one first. No shop begins with such: only the account's own rows can have them. */
function* replacements(account: Account): Generator<readonly [replaced: number, replacement: number]> {
  for (const [productID, row] of account.table('products').changes) {
    for (const { replacesIDs, replacedWithIDs } of historiesOf(row)) {
      for (const other of replacesIDs) yield [other, productID];
      for (const other of replacedWithIDs) yield [productID, other];
    }
  }
}

/**
 * What products replaced and what they were replaced with, whichever of the two knows it (getProductReplacementHistory).
 * No call of this API writes it; the control API does.
 */
export function replacementHistoryBlock(account: Account): (record: Row) => Row {
  const pairs = [...replacements(account)];
  return ({ productID }) => {
    const replaces = pairs.filter(([, replacement]) => replacement === productID).map(([old]) => old);
    const replacedWith = pairs.filter(([old]) => old === productID).map(([, replacement]) => replacement);
    const history = {
      replacesIDs: [...new Set(replaces)],
      replacedWithIDs: [...new Set(replacedWith)],
    };
    return { productReplacementHistory: history };
  };
}
