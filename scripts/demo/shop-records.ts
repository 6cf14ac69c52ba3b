/** One record: its fields by name. */
export type RecordFields = Readonly<Record<string, unknown>>;

/** Records of one table by their key. */
export type Table = ReadonlyMap<string, RecordFields>;

/** What a shop, or a copy of it, holds at one moment. */
export interface ShopRecords {
  readonly warehouses: Table;
  /** Every group for itself; the tree is in `parentGroupID`. */
  readonly productGroups: Table;
  readonly brands: Table;
  readonly productCategories: Table;
  readonly priorityGroups: Table;
  readonly productUnits: Table;
  readonly vatRates: Table;
  /** With their rules about groups and services. */
  readonly priceLists: Table;
  readonly priceListProducts: Table;
  readonly productPictures: Table;
  readonly productFiles: Table;
  readonly productPackages: Table;
  readonly products: Table;
  /** By `product ID/warehouse ID`; only quantities that are not 0, as Erply lists them. */
  readonly stock: Table;
}
