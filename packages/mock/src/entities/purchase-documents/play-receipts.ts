import { roundAmount } from '../stock/stock-movement.ts';

/** How many of each product. */
type Amounts = ReadonlyMap<number, number>;

/** An order, as far as what it waits for depends on it. */
export interface PlayedOrder {
  readonly id: number;
  readonly ordered: Amounts;
}

/** A document that brings what orders wait for. */
export interface PlayedReceipt {
  /** The orders that it is based on, in the order in which it fills them. */
  readonly orderIDs: readonly number[];
  readonly brought: Amounts;
}

/** Takes from what orders wait for, in their order; less than nothing takes nothing. */
function fill(waiting: readonly Map<number, number>[], productID: number, brought: number): void {
  let left = brought;
  for (const order of waiting) {
    const open = order.get(productID) ?? 0;
    const taken = Math.min(Math.max(open, 0), left);
    if (taken <= 0) continue;
    order.set(productID, roundAmount(open - taken));
    left = roundAmount(left - taken);
  }
}

/**
 * What orders still wait for once their receipts have come, the oldest first: a receipt of several orders fills them in
 * the order in which it names them (inferred). What is brought beyond what was ordered is nobody's.
 */
export function playReceipts(
  orders: readonly PlayedOrder[],
  receipts: readonly PlayedReceipt[],
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const open = new Map(orders.map(({ id, ordered }) => [id, new Map(ordered)]));
  for (const { orderIDs, brought } of receipts) {
    const waiting = orderIDs.flatMap((id) => open.get(id) ?? []);
    for (const [productID, amount] of brought) fill(waiting, productID, amount);
  }
  return open;
}
