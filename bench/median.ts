/** The middle value; of an even number of values the upper one of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of what each item says. */
export function medianOf<TItem>(items: readonly TItem[], value: (item: TItem) => number): number {
  return median(items.map(value));
}
