import { grossPrice, type Join, packagingMaterials, type TableDefinition } from '@erply-kit/schemas';

import { nameFields } from '../account/languages.ts';
import { currentVariation } from '../entities/products/current-variation.ts';
import type { Row, Table } from './table.ts';

/** What reading a table takes. */
export type ReadTable = Pick<Table, 'definition' | 'get' | 'find' | 'version'>;

/** Finds a table of the account by its name. */
export type TableLookup = (name: string) => ReadTable;

/** The old field that holds the chosen place and the written one, with a blank between (inferred). */
function placeInWarehouse(name: unknown, text: unknown): string | undefined {
  const places = [name, text].filter((place) => place !== undefined && place !== '');
  return places.length === 0 ? undefined : places.join(' ');
}

const extraFields = [1, 2, 3, 4].map((field) => ({
  chosen: `extraField${field}ID`,
  title: `extraField${field}Title`,
  name: `Extra Field ${field}`,
}));

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);

/** Adds the fields that are computed from the row and from those that are joined to it. */
type Derive = (joined: Record<string, unknown>, row: Row, lookup: TableLookup) => void;

const derived: Readonly<Record<string, Derive>> = {
  // Erply sends the group's ID twice, the second time inside quotes.
  productGroups(joined, row) {
    joined.id = row.productGroupID;
  },
  products(joined, row, lookup) {
    joined.active = row.status === 'ARCHIVED' ? 0 : 1;
    joined.priceWithVat = grossPrice(numberOf(row.price), numberOf(joined.vatrate));
    joined.locationInWarehouse = placeInWarehouse(
      joined.locationInWarehouseName,
      row.locationInWarehouseText,
    );
    // The fake's accounts call their extra fields by the names that Erply gives them.
    for (const { chosen, title, name } of extraFields) if (row[chosen]) joined[title] = name;
    if (row.variationDescription !== undefined)
      joined.variationDescription = currentVariation(row.variationDescription, lookup);
  },
};

/** The names of those fields. */
const computed: Readonly<Record<string, readonly string[]>> = {
  productGroups: ['id', 'subGroups'],
  products: ['active', 'priceWithVat', 'locationInWarehouse', ...extraFields.map(({ title }) => title)],
};

/** Tables whose state shows in records of this table, unless only on demand. */
export function joinedTables(table: Table): readonly string[] {
  const { children = {}, joins = {}, name, dependsOn = [] } = table.definition;
  const onDemand = fieldsOnDemand(name);
  const shownLists = Object.entries(children).filter(([field]) => !onDemand.includes(field));
  const shown = [...Object.values(joins), ...shownLists.map(([, list]) => list)].map((by) => by.table);
  return [...new Set([...shown, ...dependsOn])];
}

/** Fields of a table's records that no row holds: a save cannot set them. */
export function fieldsNotStored(table: Table): readonly string[] {
  const { children = {}, joins = {}, name } = table.definition;
  return [...Object.keys(joins), ...Object.keys(children), ...(computed[name] ?? [])];
}

/**
 * What a new record has when nobody says otherwise: a product is for sale, at the account's own VAT rate, a group is in
 * the web shop, a tax rate is in use, a price list counts (inferred).
 */
const defaults: Readonly<Record<string, Row>> = {
  priceLists: { active: 1, type: 'BASE_PRICE_LIST' },
  products: { type: 'PRODUCT', status: 'ACTIVE', vatrateID: 1 },
  productGroups: { showInWebshop: 1 },
  vatRates: { active: 1 },
  inventoryRegistrations: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1 },
  inventoryWriteOffs: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1 },
  inventoryTransfers: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1, type: 'TRANSFER' },
};

export const newRecord = (table: Table): Row => defaults[table.definition.name] ?? {};

/**
 * The fields of a change that rows hold: those of the record, and what refers to another table even where no record dependsOn
 * it, and names in all languages. `active` of a product is kept as its status.
 */
export function storableFields(table: Table, fields: Row): Row {
  const notStored = new Set(fieldsNotStored(table));
  const kept = { ...table.definition.record().shape, ...table.definition.references };
  const isKept = (name: string) => Object.hasOwn(kept, name) || nameFields.includes(name);
  const stored = Object.fromEntries(
    Object.entries(fields).filter(([name]) => isKept(name) && !notStored.has(name)),
  );
  const isStatus =
    table.definition.name === 'products' && fields.active !== undefined && fields.status === undefined;
  return isStatus ? { ...stored, status: fields.active === 0 ? 'ARCHIVED' : 'ACTIVE' } : stored;
}

/** What the records of a table show beside their rows, in lists: millions of records are made. */
interface Joining {
  readonly joins: readonly (readonly [field: string, join: Join])[];
  readonly children: readonly string[];
  readonly derive: Derive | undefined;
}

const joinings = new WeakMap<TableDefinition, Joining>();

function joiningOf(definition: TableDefinition): Joining {
  let joining = joinings.get(definition);
  if (joining === undefined) {
    const { name, joins = {}, children = {} } = definition;
    const onDemand = fieldsOnDemand(name);
    joining = {
      joins: Object.entries(joins),
      children: Object.keys(children).filter((field) => !onDemand.includes(field)),
      derive: derived[name],
    };
    joinings.set(definition, joining);
  }
  return joining;
}

/** What a row dependsOn of other tables, and what is computed of that and of the row. */
export function joinedFields(row: Row, table: ReadTable, lookup: TableLookup): Row {
  const { joins, children, derive } = joiningOf(table.definition);
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

/** A row together with what it dependsOn of other tables. */
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

/** Fields that rows hold but answers show only when a request asks for them. */
const onDemand: Readonly<Record<string, readonly string[]>> = {
  priceLists: ['pricelistRules'],
  productGroups: nameFields,
  supplierGroups: nameFields,
  products: [
    ...nameFields,
    'productReplacementHistory',
    'productComponents',
    'parameters',
    'relatedFiles',
    'containerAmount',
    'replacementProducts',
    'relatedProducts',
    ...packagingMaterials,
  ],
};

/** Fields of a table's records that only come when a request asks for them. */
export const fieldsOnDemand = (tableName: string): readonly string[] => onDemand[tableName] ?? [];
