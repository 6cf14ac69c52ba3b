import type { AnyCall } from '@erply-kit/schemas';

import type { Row } from '../account/table.ts';
import type { Answer } from '../wire/envelope.ts';
import { type CallContext, type Handler, userOf } from './handler.ts';
import { pageOf } from './page.ts';
import { printRecords } from './print-records.ts';

/** The record was added or changed at that time or later; one that was never changed counts by when it was added. */
export function isChangedSince(row: Row, since: number, isInclusive: boolean): boolean {
  const changed = Math.max(Number(row.added ?? 0), Number(row.lastModified ?? 0));
  return isInclusive ? changed >= since : changed > since;
}

function hasAttribute(row: Row, name: unknown, value: unknown): boolean {
  const attributes = (row.attributes ?? []) as readonly { attributeName?: string; attributeValue?: string }[];
  return attributes.some(
    (attribute) => attribute.attributeName === name && attribute.attributeValue === value,
  );
}

/** Fields that only come in detail come then even where they are not set. */
const unsetDetails =
  ({ detailFields = [] }: AnyCall) =>
  (record: Row): Row =>
    Object.fromEntries(
      detailFields.filter((field) => record[field] === undefined).map((field) => [field, null]),
    );

/**
 * A list call whose inputs mean what they say: an input named like a field of the record filters by it, `changedSince`
 * and the attribute filter do what they do everywhere, pages follow the definition.
 */
export const genericList: Handler = (context, input) => listOf(context, input);

/** What a list does beside the generic one. */
export interface ListOptions {
  /** Another order than that of the IDs. */
  readonly compare?: ((left: Row, right: Row) => number) | undefined;
  /** Filters that the definition does not tell. */
  readonly test?: ((row: Row) => boolean) | undefined;
  /** What the request asks for beside the record. */
  readonly addBlocks?: ((record: Row) => Row) | undefined;
}

/** Inputs of documents that choose by something else than equality: days, and the IDs in a list. */
function isWanted(row: Row, input: Readonly<Record<string, unknown>>, key: string): boolean {
  const { dateFrom, dateTo, [`${key}s`]: ids } = input;
  if (dateFrom && String(row.date ?? '') < String(dateFrom)) return false;
  if (dateTo && String(row.date ?? '') > String(dateTo)) return false;
  return !Array.isArray(ids) || ids.includes(row[key]);
}

/** The generic list with something of its own. */
export function listOf(
  context: CallContext,
  input: Readonly<Record<string, unknown>>,
  options: ListOptions = {},
): Answer {
  userOf(context);
  const { account, call } = context;
  const tableName = call.table?.name ?? '';
  const table = account.table(tableName);
  const fields = new Set(Object.keys(table.definition.record().shape));
  const equal = Object.entries(input).filter(([name]) => fields.has(name));
  const isInclusive = account.switches.changedSinceInclusive === 'yes';
  const found: { id: number; row: Row }[] = [];
  for (const id of table.ids()) {
    const row = table.get(id) ?? {};
    const matches =
      equal.every(([name, value]) => row[name] === value) &&
      isWanted(row, input, table.definition.key) &&
      (options.test?.(row) ?? true) &&
      (input.changedSince === undefined || isChangedSince(row, Number(input.changedSince), isInclusive)) &&
      (input.searchAttributeName === undefined ||
        hasAttribute(row, input.searchAttributeName, input.searchAttributeValue));
    if (matches) found.push({ id, row });
  }
  const { compare } = options;
  if (compare !== undefined) found.sort((left, right) => compare(left.row, right.row));
  const ids = found.map(({ id }) => id);
  const page = pageOf(call, input, account.switches);
  const shown = ids.slice(page.offset, page.offset + page.size);
  const addBlocks = options.addBlocks ?? (context.isDetailed ? unsetDetails(call) : undefined);
  const records = printRecords({ account, tableName, ids: shown, addBlocks });
  return { recordsTotal: ids.length, records };
}
