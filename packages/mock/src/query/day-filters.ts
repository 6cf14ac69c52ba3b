import type { BaseFinder } from './base-finder.ts';
import type { Filter } from './filter.ts';
import { lowerBound } from './lower-bound.ts';
import { byText } from './order.ts';

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Rows whose day in a field is in a span, both ends inside; one that has no day is in none. Found by an order of days. */
export function withinDays(
  { base, orders }: BaseFinder,
  field: string,
  { from = '', to = '9' }: Days,
): Filter {
  const order = byText(field);
  // Every day is after the empty text that stands for none.
  const first = from === '' ? '0' : from;
  return {
    key: `${field}:${first}..${to}`,
    matches(row) {
      const day = String(row.get(field) ?? '');
      return day >= first && day <= to;
    },
    span: { order, from: first, to },
    async baseIDs() {
      const days = await orders.get(order);
      const dayAt = (position: number) => String(days.keyOf(days.at(position)));
      const start = lowerBound(base.size, (position) => dayAt(position) < first);
      const end = lowerBound(base.size, (position) => dayAt(position) <= to);
      return Array.from({ length: end - start }, (_, index) => days.at(start + index));
    },
  };
}
