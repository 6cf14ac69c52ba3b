import {
  type AnyCall,
  type ListFilter,
  type OrderDefinition,
  recordOf,
  type SearchDefinition,
} from '@erply-kit/schemas';

import type { Row } from '../store/table.ts';
import type { Answer } from '../wire/envelope.ts';
import { printRecords } from './encode-records.ts';
import { type CallContext, type Handler, userOf } from './handler.ts';
import { pageOf } from './page.ts';

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

type Test = (row: Row) => boolean;

function searchTest({ match, fields }: SearchDefinition, wanted: string): Test {
  const inLowerCase = wanted.toLowerCase();
  const matches = (text: string) =>
    match === 'equals' ? text === wanted : text.toLowerCase().includes(inLowerCase);
  return (row) => fields.some((field) => matches(String(row[field] ?? '')));
}

/** The field is one of the values, or an instant or a day in the span. */
function filterTest({ field, by }: ListFilter, value: unknown): Test {
  if (by === 'oneOf') return (row) => (value as readonly unknown[]).includes(row[field]);
  const limit = value as number | string;
  const unset = typeof limit === 'number' ? 0 : '';
  const timeOf = (row: Row) => (row[field] ?? unset) as typeof limit;
  if (by === 'from') return (row) => timeOf(row) >= limit;
  return (row) => timeOf(row) > unset && timeOf(row) <= limit;
}

/** What a record has to pass: every input that the generic list understands is a test. */
export function testsOf(context: CallContext, input: Row): Test[] {
  const { account, call } = context;
  const fields = account.table(call.table?.name ?? '').definition.record().shape;
  const isInclusive = account.switches.changedSinceInclusive === 'yes';
  const tests: Test[] = [];
  for (const [name, value] of Object.entries(input)) {
    // Erply's server is PHP: an empty form field is a field that was not filled in, and so is the day 0000-00-00.
    if (value === '' || value === null) continue;
    const search = (call.searches as Readonly<Record<string, SearchDefinition>> | undefined)?.[name];
    const filter = (call.filters as Readonly<Record<string, ListFilter>> | undefined)?.[name];
    if (filter !== undefined) tests.push(filterTest(filter, value));
    else if (search !== undefined) tests.push(searchTest(search, String(value)));
    else if (Object.hasOwn(fields, name)) tests.push((row) => (row[name] ?? 0) === value);
  }
  const { changedSince, searchAttributeName, searchAttributeValue } = input;
  if (changedSince !== undefined) tests.push((row) => isChangedSince(row, Number(changedSince), isInclusive));
  if (searchAttributeName !== undefined)
    tests.push((row) => hasAttribute(row, searchAttributeName, searchAttributeValue));
  return tests;
}

const byText = new Intl.Collator('en', { sensitivity: 'base' });

function compared(left: unknown, right: unknown): number {
  if (typeof left === 'string' || typeof right === 'string')
    return byText.compare(String(left ?? ''), String(right ?? ''));
  return Number(left ?? 0) - Number(right ?? 0);
}

/** Sorts as the call's definition says; records that are alike by ID. */
function sort(rows: Row[], order: OrderDefinition, input: Row): void {
  const { orderBy = order.orderBy, orderByDir = order.orderByDir } = input;
  const field = order.fields[String(orderBy)] ?? '';
  // They come by ID, and a stable sort keeps it so.
  rows.sort((left, right) => compared(left[field], right[field]));
  if (orderByDir === 'desc') rows.reverse();
}

/** What a list does otherwise than the generic one. */
interface ListOptions {
  /** What a record has to pass beside what its inputs say. */
  readonly isMatch?: Test | undefined;
  /** The blocks of a record that the request asked for. */
  readonly addBlocks?: ((record: Row) => Row) | undefined;
}

/**
 * A list call whose inputs mean what they say: an input named like a field of the record filters by it, searches and
 * orders are as the definition has them, `changedSince` and the attribute filter do what they do everywhere.
 */
export const genericList: Handler = (context, input) => listWith(context, input, {});

/** The generic list of only those records that pass one more test. */
export const listOf = (context: CallContext, input: Row, isMatch: Test): Answer =>
  listWith(context, input, { isMatch });

/** The generic list with something of its own. */
export function listWith(context: CallContext, input: Row, options: ListOptions): Answer {
  userOf(context);
  const { account, call } = context;
  const tableName = call.table?.name ?? '';
  const table = account.table(tableName);
  const tests = [...testsOf(context, input), options.isMatch ?? (() => true)];
  const found: Row[] = [];
  for (const id of table.ids()) {
    const row = table.get(id) ?? {};
    if (tests.every((test) => test(row))) found.push(row);
  }
  if (call.order !== undefined) sort(found, call.order, input);
  const ids = found.map((row) => Number(row[table.definition.key]));
  const page = pageOf(call, input, account.switches);
  const shown = ids.slice(page.offset, page.offset + page.size);
  const addBlocks = options.addBlocks ?? (context.isDetailed ? unsetDetails(call) : undefined);
  const { language } = context;
  const records = printRecords({
    account,
    tableName,
    ids: shown,
    language,
    shape: recordOf(call),
    addBlocks,
  });
  return { recordsTotal: ids.length, records };
}
