import type { Row, Table } from './table.ts';

/** Finds a table of the account by its name. */
export type TableLookup = (name: string) => Table;

/** A net price with tax, in whole cents. Rounded to six decimals first, so that 1.005 is not taken for less. */
const grossPrice = (net: number, taxPercent: number) =>
  Math.round(Number((net * (100 + taxPercent)).toFixed(6))) / 100;

/** Fields that are computed from others of the same record, after the joined ones are there. */
const derived: Readonly<Record<string, (row: Row) => Row>> = {
  // Erply sends the group's ID twice, the second time inside quotes.
  productGroups: (row) => ({ id: row.productGroupID }),
  products(row) {
    const price = typeof row.price === 'number' ? row.price : 0;
    const vatrate = typeof row.vatrate === 'number' ? row.vatrate : 0;
    return { active: row.status === 'ARCHIVED' ? 0 : 1, priceWithVat: grossPrice(price, vatrate) };
  },
};

/** The names of those fields. */
const computed: Readonly<Record<string, readonly string[]>> = {
  productGroups: ['id', 'subGroups'],
  products: ['active', 'priceWithVat'],
};

/** Tables whose state shows in records of this table. */
export function joinedTables(table: Table): readonly string[] {
  return [...new Set(Object.values(table.definition.joins ?? {}).map((join) => join.table))];
}

/** Fields of a table's records that no row holds: a save cannot set them. */
export function fieldsNotStored(table: Table): readonly string[] {
  return [...Object.keys(table.definition.joins ?? {}), ...(computed[table.definition.name] ?? [])];
}

/** What a new record has when nobody says otherwise: a product is for sale, at the account's own VAT rate. */
const defaults: Readonly<Record<string, Row>> = {
  products: { type: 'PRODUCT', status: 'ACTIVE', vatrateID: 1 },
  inventoryRegistrations: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1 },
  inventoryWriteOffs: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1 },
  inventoryTransfers: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1, type: 'TRANSFER' },
};

export const newRecord = (table: Table): Row => defaults[table.definition.name] ?? {};

/** The fields of a change that rows hold; `active` of a product is kept as its status. */
export function storableFields(table: Table, fields: Row): Row {
  const notStored = new Set(fieldsNotStored(table));
  const stored = Object.fromEntries(Object.entries(fields).filter(([name]) => !notStored.has(name)));
  const isStatus =
    table.definition.name === 'products' && fields.active !== undefined && fields.status === undefined;
  return isStatus ? { ...stored, status: fields.active === 0 ? 'ARCHIVED' : 'ACTIVE' } : stored;
}

/** A row together with what it shows of other tables. */
export function withJoinedFields(row: Row, table: Table, lookup: TableLookup): Row {
  const full: Record<string, unknown> = { ...row };
  for (const [field, join] of Object.entries(table.definition.joins ?? {})) {
    const otherID = row[join.by];
    const other = typeof otherID === 'number' && otherID > 0 ? lookup(join.table).get(otherID) : undefined;
    if (other?.[join.field] !== undefined) full[field] = other[join.field];
  }
  return Object.assign(full, derived[table.definition.name]?.(full));
}

/** Fields that rows hold but answers show only when a request asks for them. */
const onDemand: Readonly<Record<string, readonly string[]>> = { products: ['productComponents'] };

/** Fields of a table's records that only come when a request asks for them. */
export const fieldsOnDemand = (tableName: string): readonly string[] => onDemand[tableName] ?? [];
