import type { AnyCall } from './define-call.ts';

/**
 * Whether a call, made with this input, does what cannot be taken back by another call: it deletes, or it confirms a
 * document, which moves stock or money and locks it. For programs that ask a person first.
 *
 * @example
 * isDestructive(calls.deleteProduct, { productID: 7 }); // true
 * isDestructive(calls.saveInventoryTransfer, { warehouseFromID: 1, warehouseToID: 2, confirmed: 0 }); // false
 */
export function isDestructive(call: AnyCall, input: Readonly<Record<string, unknown>> = {}): boolean {
  if (call.effect === 'delete') return true;
  const { destructive } = call;
  return destructive !== undefined && input[destructive.unless] !== 0;
}
