import { type AnyCall, recordOf, type TableDefinition, wireOf } from '@erply-kit/schemas';

import type { Filter } from '../query/filter.ts';
import { byNumber, byText, inLanguageBy, type Order } from '../query/order.ts';
import type { Selection } from '../query/selection.ts';
import type { Row } from '../store/row.ts';
import type { Answer } from '../wire/envelope.ts';
import { encodeRecords } from './encode-records.ts';
import { type CallContext, type Handler, userOf } from './handler.ts';
import { findInJoinedOrder } from './joined-order.ts';
import { listFilters } from './list-filters.ts';
import { pageOf } from './page.ts';

/** Fields that only come in detail come then even where they are not set. */
export const unsetDetails =
  ({ detailFields = [] }: AnyCall) =>
  (record: Row): Row =>
    Object.fromEntries(
      detailFields.filter((field) => record[field] === undefined).map((field) => [field, null]),
    );

/** What the request asks to be sorted by, by the call's definition: by ID where it defines nothing. */
function sortingOf({ call }: CallContext, input: Row): { field?: string; direction: 'asc' | 'desc' } {
  if (call.order === undefined) return { direction: 'asc' };
  const { orderBy = call.order.orderBy, orderByDir = call.order.orderByDir } = input;
  const field = call.order.fields[String(orderBy)];
  return { ...(field !== undefined && { field }), direction: orderByDir === 'desc' ? 'desc' : 'asc' };
}

/** Days and instants sort by their characters, which costs less than to sort them as people do. */
function orderBy({ key, record }: TableDefinition, field: string | undefined): Order {
  if (field === undefined || field === key) return byNumber(key);
  const schema = record().shape[field];
  const isTime = schema !== undefined && /^isoDate/.test(wireOf(schema as never)?.name ?? '');
  return isTime ? byText(field) : inLanguageBy(field);
}

/** The rows that pass all filters, in the order that the request asks for. */
function findFor(context: CallContext, input: Row, filters: readonly Filter[]): Promise<Selection> {
  const { account, call } = context;
  const { definition } = account.table(call.table?.name ?? '');
  const { field, direction } = sortingOf(context, input);
  const join = field === undefined ? undefined : definition.joins?.[field];
  if (join !== undefined)
    return findInJoinedOrder(account, { tableName: definition.name, filters, join, direction });
  return account.finder(definition.name).find({ filters, order: orderBy(definition, field), direction });
}

/** The blocks of a record: what detail adds where it is not set, and what the list itself adds. */
function blocksOf(
  context: CallContext,
  own: ListOptions['addBlocks'],
  total: number,
): ((record: Row) => Row) | undefined {
  const addOwn = own === undefined ? undefined : (record: Row) => own(record, total);
  if (!context.isDetailed) return addOwn;
  const details = unsetDetails(context.call);
  return addOwn === undefined ? details : (record) => ({ ...details(record), ...addOwn(record) });
}

/** What a list does otherwise than the generic one. */
interface ListOptions {
  /** What a record has to pass beside what its inputs say. */
  readonly filters?: readonly Filter[] | undefined;
  /** The blocks of a record that the request asked for; `total` is how many records were found. */
  readonly addBlocks?: ((record: Row, total: number) => Row) | undefined;
}

/**
 * A list call whose inputs mean what they say: an input named like a field of the record filters by it, searches and
 * orders are as the definition has them, `changedSince` and the attribute filter do what they do everywhere.
 */
export const genericList: Handler = (context, input) => listWith(context, input, {});

/** The generic list with something of its own. */
export async function listWith(context: CallContext, input: Row, options: ListOptions): Promise<Answer> {
  userOf(context);
  const { account, call, language } = context;
  const tableName = call.table?.name ?? '';
  const found = await findFor(context, input, [...listFilters(context, input), ...(options.filters ?? [])]);
  const page = pageOf(call, input, account);
  const records = await encodeRecords({
    account,
    tableName,
    ids: found.ids(page.offset, page.size),
    language,
    shape: recordOf(call),
    addBlocks: blocksOf(context, options.addBlocks, found.total),
  });
  return { recordsTotal: found.total, records };
}
