/** Goes up with every change to the tables. */
export const schemaVersion = 1;

/** Says in the header of the file whose database it is: "erky" in ASCII. */
export const applicationId = 0x65726b79;

/**
 * The tables. Columns are what people ask for; `record` is the whole record as JSON, in Erply's own names. Times are
 * seconds since 1970 by Erply's clock. `deleted_at` is set when a record is gone from the account; `generation` is
 * the full read that saw it last. `record` comes last: SQLite finds the columns before a long text without reading it.
 */
export const schema = `
CREATE TABLE products (
  client_code TEXT NOT NULL,
  id INTEGER NOT NULL,
  type TEXT,
  status TEXT,
  active INTEGER,
  code TEXT,
  code2 TEXT,
  name TEXT,
  group_id INTEGER,
  category_id INTEGER,
  brand_id INTEGER,
  supplier_id INTEGER,
  unit_id INTEGER,
  vatrate_id INTEGER,
  parent_product_id INTEGER,
  price REAL,
  price_with_vat REAL,
  cost REAL,
  added INTEGER,
  last_modified INTEGER,
  generation INTEGER NOT NULL,
  deleted_at INTEGER,
  record TEXT NOT NULL,
  PRIMARY KEY (client_code, id)
) STRICT;
CREATE INDEX products_by_code ON products (client_code, code);
CREATE INDEX products_by_code2 ON products (client_code, code2);
CREATE INDEX products_by_group ON products (client_code, group_id);

CREATE TABLE product_groups (
  client_code TEXT NOT NULL,
  id INTEGER NOT NULL,
  name TEXT,
  parent_group_id INTEGER,
  position_no INTEGER,
  show_in_webshop INTEGER,
  added INTEGER,
  last_modified INTEGER,
  generation INTEGER NOT NULL,
  deleted_at INTEGER,
  record TEXT NOT NULL,
  PRIMARY KEY (client_code, id)
) STRICT;

CREATE TABLE warehouses (
  client_code TEXT NOT NULL,
  id INTEGER NOT NULL,
  code TEXT,
  name TEXT,
  is_offline INTEGER,
  generation INTEGER NOT NULL,
  deleted_at INTEGER,
  record TEXT NOT NULL,
  PRIMARY KEY (client_code, id)
) STRICT;

CREATE TABLE stock (
  client_code TEXT NOT NULL,
  product_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  amount_in_stock REAL NOT NULL,
  amount_reserved REAL NOT NULL,
  generation INTEGER NOT NULL,
  PRIMARY KEY (client_code, product_id, warehouse_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_by_warehouse ON stock (client_code, warehouse_id);

-- A full read of stock that is not at its end yet. Amounts are null where only the key could be read.
CREATE TABLE stock_staged (
  client_code TEXT NOT NULL,
  generation INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  amount_in_stock REAL,
  amount_reserved REAL,
  PRIMARY KEY (client_code, generation, warehouse_id, product_id)
) STRICT, WITHOUT ROWID;

-- Where each lane stands. The counters are those of its last pass.
CREATE TABLE sync_state (
  client_code TEXT NOT NULL,
  lane TEXT NOT NULL,
  phase TEXT NOT NULL,
  watermark INTEGER,
  records INTEGER NOT NULL,
  deletions INTEGER NOT NULL,
  dead_letters INTEGER NOT NULL,
  checkpoint TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  PRIMARY KEY (client_code, lane)
) STRICT;

-- Records that did not fit: where and why, never what they say. An ID of 0 is none.
CREATE TABLE dead_letters (
  client_code TEXT NOT NULL,
  lane TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  path TEXT NOT NULL,
  message TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  PRIMARY KEY (client_code, lane, record_id, warehouse_id)
) STRICT, WITHOUT ROWID;
`;

/** The tables that the schema makes. */
export const tableNames = Array.from(schema.matchAll(/^CREATE TABLE (\w+)/gm), ([, name = '']) => name);
