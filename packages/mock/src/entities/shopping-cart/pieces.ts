import { roundAmount } from '../stock/stock-movement.ts';
import { type CartRow, unitPrice } from './cart-row.ts';

/** Pieces of rows that a promotion has taken, by row. */
export type Pieces = Map<CartRow, number>;

/** The dearest first, or the cheapest; rows of the same price in their order. */
export const byPrice = (rows: readonly CartRow[], first: 'dearest' | 'cheapest'): CartRow[] => {
  const sign = first === 'dearest' ? -1 : 1;
  return [...rows].sort(
    (left, right) => sign * unitPrice(left).cmp(unitPrice(right)) || left.number - right.number,
  );
};

export const amountIn = (rows: readonly CartRow[]): number =>
  roundAmount(rows.reduce((sum, { amount }) => sum + amount, 0));

/** Rows with what is left of them to take from: whatever is taken once is not there any more. */
export class Basket {
  readonly #left: Pieces;

  constructor(rows: Iterable<CartRow>) {
    this.#left = new Map(Array.from(rows, (row) => [row, row.amount]));
  }

  /** How many pieces are left of some rows. */
  left(rows: readonly CartRow[]): number {
    return roundAmount(rows.reduce((sum, row) => sum + (this.#left.get(row) ?? 0), 0));
  }

  /** Takes up to so many pieces of some rows, from the first ones on. */
  take(rows: readonly CartRow[], wanted: number): Pieces {
    const taken: Pieces = new Map();
    let missing = wanted;
    for (const row of rows) {
      if (missing <= 0) break;
      const left = this.#left.get(row) ?? 0;
      const part = Math.min(left, missing);
      if (part <= 0) continue;
      missing = roundAmount(missing - part);
      this.#left.set(row, roundAmount(left - part));
      taken.set(row, part);
    }
    return taken;
  }
}

/** Adds pieces to those that were taken before. */
export function addPieces(to: Pieces, more: Pieces): void {
  for (const [row, amount] of more) to.set(row, roundAmount((to.get(row) ?? 0) + amount));
}
