import type { AnyCall, ListFilter, SearchDefinition } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { BaseFinder } from '../query/base-finder.ts';
import type { Fields, Filter } from '../query/filter.ts';
import { anyOf, byIDs, containing, equalText, oneOf, oneOfNumbers, phraseOf } from '../query/filters.ts';
import { lowerBound } from '../query/lower-bound.ts';
import type { Order } from '../query/order.ts';
import { textKey } from '../query/text-key.ts';
import type { Row } from '../store/row.ts';

/** When a record was added or changed, whichever is later; one that was never changed counts by when it was added. */
const changedAt = (get: (field: string) => unknown): number =>
  Math.max(Number(get('added') ?? 0), Number(get('lastModified') ?? 0));

const byChangedAt: Order = { name: 'changedAt', keyOf: changedAt, by: 'number' };

/** The first second that `changedSince` asks for: its own, unless the account has it otherwise. */
export const firstSecond = (account: Account, changedSince: number): number =>
  account.switches.changedSinceInclusive === 'yes' ? changedSince : changedSince + 1;

/** Records that were added or changed at that time or later. */
export function changedFrom({ base, orders }: BaseFinder, from: number): Filter {
  return {
    key: `changedAt>=${from}`,
    matches: (row) => changedAt((field) => row.get(field)) >= from,
    span: { order: byChangedAt, from },
    async baseIDs() {
      const order = await orders.get(byChangedAt);
      const first = lowerBound(base.size, (position) => Number(order.keyOf(order.at(position))) < from);
      return Array.from({ length: base.size - first }, (_, index) => order.at(first + index));
    },
  };
}

/** Records that have an attribute of that name with that value. */
export function withAttribute(name: string, value: string | undefined): Filter {
  const has = (attribute: { attributeName?: string; attributeValue?: string }) =>
    attribute.attributeName === name && attribute.attributeValue === value;
  return {
    key: `attribute=${textKey(name)},${value === undefined ? '' : textKey(value)}`,
    matches: (row) => ((row.get('attributes') ?? []) as object[]).some(has),
  };
}

function searchFilter(base: BaseFinder, { match, fields }: SearchDefinition, wanted: string): Filter {
  if (match === 'contains') return containing(base, fields, phraseOf(wanted));
  return anyOf(
    base,
    fields.map((field) => equalText(base, field, wanted)),
  );
}

/** The field is one of the values, or an instant or a day in the span. */
function definedFilter(base: BaseFinder, { field, by }: ListFilter, value: unknown): Filter {
  if (by === 'oneOf') {
    const values = value as readonly number[] | readonly string[];
    const numbers = values.filter((each) => typeof each === 'number');
    if (field === base.base.definition.key) return byIDs(base, values.map(Number));
    return numbers.length > 0 ? oneOfNumbers(base, field, numbers) : oneOf(base, field, values);
  }
  const limit = value as number | string;
  const unset = typeof limit === 'number' ? 0 : '';
  const timeOf = (row: Fields) => (row.get(field) ?? unset) as typeof limit;
  const key = `${field} ${by} ${limit}`;
  if (by === 'from') return { key, matches: (row) => timeOf(row) >= limit };
  return { key, matches: (row) => timeOf(row) > unset && timeOf(row) <= limit };
}

/** The field is the value; one that is not set is 0. */
function equalFilter(base: BaseFinder, field: string, value: unknown): Filter {
  if (typeof value === 'number')
    return field === base.base.definition.key ? byIDs(base, [value]) : oneOfNumbers(base, field, [value]);
  if (typeof value === 'string') return oneOf(base, field, [value]);
  return { key: `${field}=${JSON.stringify(value)}`, matches: (row) => (row.get(field) ?? 0) === value };
}

interface ListContext {
  readonly account: Account;
  readonly call: AnyCall;
}

/** What a record has to pass: every input that the generic list understands is a filter. */
export function listFilters({ account, call }: ListContext, input: Row): Filter[] {
  const { base } = account.finder(call.table?.name ?? '');
  const shape = base.base.definition.record().shape;
  const filters: Filter[] = [];
  for (const [name, value] of Object.entries(input)) {
    // Erply's server is PHP: an empty form field is a field that was not filled in, and so is the day 0000-00-00.
    if (value === '' || value === null) continue;
    const search = (call.searches as Readonly<Record<string, SearchDefinition>> | undefined)?.[name];
    const filter = (call.filters as Readonly<Record<string, ListFilter>> | undefined)?.[name];
    if (filter !== undefined) filters.push(definedFilter(base, filter, value));
    else if (search !== undefined) filters.push(searchFilter(base, search, String(value)));
    else if (value !== undefined && Object.hasOwn(shape, name)) filters.push(equalFilter(base, name, value));
  }
  const { changedSince, searchAttributeName, searchAttributeValue } = input;
  if (changedSince !== undefined) filters.push(changedFrom(base, firstSecond(account, Number(changedSince))));
  if (searchAttributeName !== undefined)
    filters.push(withAttribute(String(searchAttributeName), searchAttributeValue as string | undefined));
  return filters;
}
