import type { Join, TableDefinition } from '@erply-kit/schemas';

import type { ReadTable, RecordBehaviour, TableLookup } from './behaviour.ts';
import type { Row } from './row.ts';

type Kind = Pick<ReadTable, 'definition' | 'behaviour'>;

/** Tables whose state shows in records of this table, unless only on demand. */
export function joinedTables({ definition, behaviour }: Kind): readonly string[] {
  const { children = {}, joins = {}, dependsOn = [] } = definition;
  const { fieldsOnDemand = [] } = behaviour;
  const shownLists = Object.entries(children).filter(([field]) => !fieldsOnDemand.includes(field));
  const shown = [...Object.values(joins), ...shownLists.map(([, list]) => list)].map((by) => by.table);
  return [...new Set([...shown, ...dependsOn])];
}

/** Fields of a table's records that no row holds: a save cannot set them. */
export function fieldsNotStored({ definition, behaviour }: Kind): readonly string[] {
  const { children = {}, joins = {} } = definition;
  return [...Object.keys(joins), ...Object.keys(children), ...(behaviour.derivedFields ?? [])];
}

/** The tables that a record may be part of, by the fields that hold the ID of a record of one of them. */
export const parentsOf = ({
  definition: { parents = {} },
}: Pick<ReadTable, 'definition'>): (readonly [field: string, tables: readonly string[]])[] =>
  Object.entries(parents).map(([field, tables]) => [field, [tables].flat()]);

/** The fields of a table that hold IDs of records of other tables, one of which has to have the record. */
export function referencesOf(
  table: Pick<ReadTable, 'definition'>,
): (readonly [field: string, tables: readonly string[]])[] {
  const { joins = {}, references = {} } = table.definition;
  const joined = Object.values(joins).map(({ by, table: other }) => [by, [other]] as const);
  const referring = Object.entries(references).map(([field, other]) => [field, [other]] as const);
  return [...new Map<string, readonly string[]>([...joined, ...referring, ...parentsOf(table)])];
}

/** The fields of a table that hold IDs of another. */
export function referringFields({ definition }: Pick<ReadTable, 'definition'>, otherName: string): string[] {
  const joined = Object.values(definition.joins ?? {}).map(({ by, table }) => [by, table] as const);
  return [...new Map([...joined, ...Object.entries(definition.references ?? {})])]
    .filter(([, table]) => table === otherName)
    .map(([field]) => field);
}

/** What the records of a table show beside their rows, in lists: millions of records are made. */
interface Joining {
  readonly joins: readonly (readonly [field: string, join: Join])[];
  readonly children: readonly string[];
  readonly derive: RecordBehaviour['derive'];
}

const joinings = new WeakMap<TableDefinition, Joining>();

function joiningOf({ definition, behaviour }: Kind): Joining {
  let joining = joinings.get(definition);
  if (joining === undefined) {
    const { joins = {}, children = {} } = definition;
    const { fieldsOnDemand = [], derive } = behaviour;
    joining = {
      joins: Object.entries(joins),
      children: Object.keys(children).filter((field) => !fieldsOnDemand.includes(field)),
      derive,
    };
    joinings.set(definition, joining);
  }
  return joining;
}

/** What a row shows of other tables, and what is computed of that and of the row. */
export function joinedFields(row: Row, table: ReadTable, lookup: TableLookup): Row {
  const { joins, children, derive } = joiningOf(table);
  const joined: Record<string, unknown> = {};
  for (const [field, join] of joins) {
    const otherID = row[join.by];
    if (typeof otherID !== 'number' || otherID <= 0) continue;
    const value = lookup(join.table).get(otherID)?.[join.field];
    if (value !== undefined) joined[field] = value;
  }
  for (const field of children) Object.assign(joined, childrenOf(row, { table, field, lookup }));
  derive?.(joined, row, lookup);
  return joined;
}

/** A row together with what it shows of other tables. */
export const withJoinedFields = (row: Row, table: ReadTable, lookup: TableLookup): Row => ({
  ...row,
  ...joinedFields(row, table, lookup),
});

/** What of another table belongs to a row, under the name that the row's record has for it; nothing where nothing does. */
export function childrenOf(
  row: Row,
  {
    table,
    field,
    lookup,
  }: { readonly table: ReadTable; readonly field: string; readonly lookup: TableLookup },
): Row {
  const list = table.definition.children?.[field];
  if (list === undefined) return {};
  const other = lookup(list.table);
  const ids = other.find(list.by, row[table.definition.key]);
  if (ids.length === 0) return {};
  const names = Object.entries(list.names ?? {});
  const items = ids.map((id) => {
    const item = withJoinedFields(other.get(id) ?? {}, other, lookup);
    return { ...item, ...Object.fromEntries(names.map(([name, own]) => [name, item[own]])) };
  });
  return { [field]: items };
}
