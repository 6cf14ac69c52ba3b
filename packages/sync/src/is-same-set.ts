/** Whether two lists hold the same IDs, in any order. */
export function isSameSet(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}
