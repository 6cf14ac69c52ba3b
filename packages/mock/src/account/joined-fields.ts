import { packagingMaterials } from '@erply-kit/schemas';

import { currentVariation } from './current-variation.ts';
import { nameFields } from './languages.ts';
import type { Row, Table } from './table.ts';

/** What reading a table takes. */
export type ReadTable = Pick<Table, 'definition' | 'get' | 'find' | 'version'>;

/** Finds a table of the account by its name. */
export type TableLookup = (name: string) => ReadTable;

/** A net price with tax, in whole cents. Rounded to six decimals first, so that 1.005 is not taken for less. */
export const grossPrice = (net: number, taxPercent: number) =>
  Math.round(Number((net * (100 + taxPercent)).toFixed(6))) / 100;

/** The old field that holds the chosen place and the written one, with a blank between (inferred). */
function placeInWarehouse({ locationInWarehouseName = '', locationInWarehouseText = '' }: Row): Row {
  const places = [locationInWarehouseName, locationInWarehouseText].filter((place) => place !== '');
  return places.length === 0 ? {} : { locationInWarehouse: places.join(' ') };
}

const extraFields = [1, 2, 3, 4].map((field) => ({
  chosen: `extraField${field}ID`,
  title: `extraField${field}Title`,
  name: `Extra Field ${field}`,
}));

/** The fake's accounts call their extra fields by the names that Erply gives them. */
function extraFieldTitles(row: Row): Row {
  const titles: Record<string, string> = {};
  for (const { chosen, title, name } of extraFields) if (row[chosen]) titles[title] = name;
  return titles;
}

/** Fields that are computed from others of the same record, after the joined ones are there. */
const derived: Readonly<Record<string, (row: Row, lookup: TableLookup) => Row>> = {
  // Erply sends the group's ID twice, the second time inside quotes.
  productGroups: (row) => ({ id: row.productGroupID }),
  products(row, lookup) {
    const price = typeof row.price === 'number' ? row.price : 0;
    const vatrate = typeof row.vatrate === 'number' ? row.vatrate : 0;
    return {
      active: row.status === 'ARCHIVED' ? 0 : 1,
      priceWithVat: grossPrice(price, vatrate),
      ...placeInWarehouse(row),
      ...extraFieldTitles(row),
      ...currentVariation(row, lookup),
    };
  },
};

/** The names of those fields. */
const computed: Readonly<Record<string, readonly string[]>> = {
  productGroups: ['id', 'subGroups'],
  products: ['active', 'priceWithVat', 'locationInWarehouse', ...extraFields.map(({ title }) => title)],
};

/** Tables whose state shows in records of this table, unless only on demand. */
export function joinedTables(table: Table): readonly string[] {
  const { gathers = {}, joins = {}, name, shows = [] } = table.definition;
  const onDemand = fieldsOnDemand(name);
  const gathered = Object.entries(gathers).filter(([field]) => !onDemand.includes(field));
  const shown = [...Object.values(joins), ...gathered.map(([, list]) => list)].map((by) => by.table);
  return [...new Set([...shown, ...shows])];
}

/** Fields of a table's records that no row holds: a save cannot set them. */
export function fieldsNotStored(table: Table): readonly string[] {
  const { gathers = {}, joins = {}, name } = table.definition;
  return [...Object.keys(joins), ...Object.keys(gathers), ...(computed[name] ?? [])];
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
 * The fields of a change that rows hold: those of the record, and what refers to another table even where no record shows
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

/** A row together with what it shows of other tables. */
export function withJoinedFields(row: Row, table: ReadTable, lookup: TableLookup): Row {
  const full: Record<string, unknown> = { ...row };
  for (const [field, join] of Object.entries(table.definition.joins ?? {})) {
    const otherID = row[join.by];
    const other = typeof otherID === 'number' && otherID > 0 ? lookup(join.table).get(otherID) : undefined;
    if (other?.[join.field] !== undefined) full[field] = other[join.field];
  }
  for (const field of Object.keys(table.definition.gathers ?? {})) {
    if (!fieldsOnDemand(table.definition.name).includes(field))
      Object.assign(full, gathered(row, { table, field, lookup }));
  }
  return Object.assign(full, derived[table.definition.name]?.(full, lookup));
}

/** What of another table belongs to a row, under the name that the row's record has for it; nothing where nothing does. */
export function gathered(
  row: Row,
  {
    table,
    field,
    lookup,
  }: { readonly table: ReadTable; readonly field: string; readonly lookup: TableLookup },
): Row {
  const list = table.definition.gathers?.[field];
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
