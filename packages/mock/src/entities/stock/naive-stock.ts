import { createShop, type ShopOptions } from '@erply-kit/fixtures';

/** A document as it comes over the wire, and in which order it was first posted. */
export interface NaiveDocument {
  readonly table: string;
  readonly id: number;
  readonly day: string;
  readonly order: number;
  readonly isConfirmed: boolean;
  readonly from: number | undefined;
  readonly to: number;
  /** Rows with whole amounts; of a write-off they are negative. */
  readonly rows: readonly { readonly productID: number; readonly amount: number; readonly price: number }[];
}

interface Unit {
  readonly price: number;
}

interface NaiveWarehouse {
  units: Unit[];
  owed: number;
  last: Unit;
}

export interface NaiveStock {
  readonly byWarehouse: ReadonlyMap<string, NaiveWarehouse>;
  /** Mean cost of one by `table/id/row`. */
  readonly costs: ReadonlyMap<string, number>;
}

const millionth = 1e6;

/** The mean price to six decimals, halves up, counted in millionths: binary fractions would round some halves down. */
export function mean(units: readonly Unit[]): number {
  if (units.length === 0) return 0;
  const sum = units.reduce((total, { price }) => total + Math.round(price * millionth), 0);
  return Math.floor((2 * sum + units.length) / (2 * units.length)) / millionth;
}

export const amountOf = (warehouse: NaiveWarehouse | undefined) =>
  warehouse === undefined ? 0 : warehouse.units.length - warehouse.owed;

function bringOne(warehouse: NaiveWarehouse, unit: Unit): void {
  if (warehouse.owed > 0) warehouse.owed -= 1;
  else warehouse.units.push(unit);
  warehouse.last = unit;
}

function takeOne(warehouse: NaiveWarehouse): Unit {
  const unit = warehouse.units.shift();
  if (unit === undefined) warehouse.owed += 1;
  return unit ?? warehouse.last;
}

/** Stock unit by unit: every one is an object that goes from hand to hand. For whole amounts only. */
export function naiveStock(
  documents: readonly NaiveDocument[],
  options: ShopOptions,
  untilDay = '9999-12-31',
): NaiveStock {
  const { stock, products, warehouses } = createShop(options);
  const byWarehouse = new Map<string, NaiveWarehouse>();
  const costs = new Map<string, number>();
  const at = (productID: number, warehouseID: number) => {
    const key = `${productID}/${warehouseID}`;
    const warehouse = byWarehouse.get(key) ?? { units: [], owed: 0, last: { price: 0 } };
    byWarehouse.set(key, warehouse);
    return warehouse;
  };
  const openingDay = new Date(stock.registeredAt * 1000).toISOString().slice(0, 10);
  let isOpen = false;
  const open = () => {
    if (isOpen) return;
    isOpen = true;
    for (let productID = 1; productID <= products.size; productID += 1) {
      for (let warehouseID = 1; warehouseID <= warehouses.size; warehouseID += 1) {
        const amount = stock.amountInStock(productID, warehouseID);
        const warehouse = at(productID, warehouseID);
        warehouse.last = { price: stock.openingCost(productID) };
        for (let unit = 0; unit < amount; unit += 1) bringOne(warehouse, warehouse.last);
        for (let unit = 0; unit < -amount; unit += 1) takeOne(warehouse);
      }
    }
  };
  const posted = documents
    .filter(({ isConfirmed, day }) => isConfirmed && day <= untilDay)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.order - b.order));
  for (const { table, id, day, from, to, rows } of posted) {
    if (day >= openingDay) open();
    for (const [row, { productID, amount, price }] of rows.entries()) {
      const moved: Unit[] = [];
      const target = at(productID, to);
      for (let unit = 0; unit < Math.abs(amount); unit += 1) {
        if (from !== undefined) moved.push(takeOne(at(productID, from)));
        else if (amount < 0) moved.push(takeOne(target));
        else moved.push({ price });
      }
      if (from !== undefined || amount > 0) for (const unit of moved) bringOne(target, unit);
      costs.set(`${table}/${id}/${row}`, mean(moved));
    }
  }
  if (untilDay >= openingDay) open();
  return { byWarehouse, costs };
}
