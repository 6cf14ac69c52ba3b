import { type AnyCall, recordOf } from '@erply-kit/schemas';

import type { Filter } from '../query/filter.ts';
import { byNumber, inLanguageBy, type Order } from '../query/order.ts';
import type { Row } from '../store/row.ts';
import type { Answer } from '../wire/envelope.ts';
import { encodeRecords } from './encode-records.ts';
import { type CallContext, type Handler, userOf } from './handler.ts';
import { listFilters } from './list-filters.ts';
import { pageOf } from './page.ts';

/** Fields that only come in detail come then even where they are not set. */
export const unsetDetails =
  ({ detailFields = [] }: AnyCall) =>
  (record: Row): Row =>
    Object.fromEntries(
      detailFields.filter((field) => record[field] === undefined).map((field) => [field, null]),
    );

/** The order that the request asks for by the call's definition; by ID where it defines none. */
function orderOf(
  { call }: CallContext,
  key: string,
  input: Row,
): { order: Order; direction: 'asc' | 'desc' } {
  const byID = byNumber(key);
  if (call.order === undefined) return { order: byID, direction: 'asc' };
  const { fields } = call.order;
  const { orderBy = call.order.orderBy, orderByDir = call.order.orderByDir } = input;
  const field = fields[String(orderBy)];
  const order = field === undefined || field === key ? byID : inLanguageBy(field);
  return { order, direction: orderByDir === 'desc' ? 'desc' : 'asc' };
}

/** The blocks of a record: what detail adds where it is not set, and what the list itself adds. */
function blocksOf(context: CallContext, own: ListOptions['addBlocks']): ListOptions['addBlocks'] {
  if (!context.isDetailed) return own;
  const details = unsetDetails(context.call);
  return own === undefined ? details : (record) => ({ ...details(record), ...own(record) });
}

/** What a list does otherwise than the generic one. */
interface ListOptions {
  /** What a record has to pass beside what its inputs say. */
  readonly filters?: readonly Filter[] | undefined;
  /** The blocks of a record that the request asked for. */
  readonly addBlocks?: ((record: Row) => Row) | undefined;
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
  const { key } = account.table(tableName).definition;
  const filters = [...listFilters(context, input), ...(options.filters ?? [])];
  const found = await account.finder(tableName).find({ filters, ...orderOf(context, key, input) });
  const page = pageOf(call, input, account);
  const records = await encodeRecords({
    account,
    tableName,
    ids: found.ids(page.offset, page.size),
    language,
    shape: recordOf(call),
    addBlocks: blocksOf(context, options.addBlocks),
  });
  return { recordsTotal: found.total, records };
}
