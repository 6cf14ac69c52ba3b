import type { Filter } from '../query/filter.ts';

/** Records with a birthday in a part of the year, as MM-DD, which may begin in one year and end in the next. */
export function bornWithin(first: string | null | undefined, last: string | null | undefined): Filter[] {
  const from = first ?? '';
  const to = last ?? '';
  if (from === '' && to === '') return [];
  const filter: Filter = {
    key: `birthday from ${from} to ${to}`,
    matches(row) {
      const day = String(row.get('birthday') ?? '').slice('yyyy-'.length);
      if (day === '') return false;
      if (to === '') return day >= from;
      return from > to ? day >= from || day <= to : day >= from && day <= to;
    },
  };
  return [filter];
}
