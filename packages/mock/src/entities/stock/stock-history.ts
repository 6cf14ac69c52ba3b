import { roundAmount, type StockEntry } from './stock-movement.ts';

/** Units that came in together, for one price. */
export interface Batch {
  readonly amount: number;
  readonly price: number;
  readonly cost: number;
}

/** What is in one warehouse, by the order in which it came. */
export interface WarehouseStock {
  amount: number;
  /** Oldest first; none while the quantity is negative. */
  batches: Batch[];
  /** What came in last cost that: the best guess for units that leave without ever having come. */
  last: { price: number; cost: number };
  firstPurchase?: number;
  lastPurchase?: number;
  lastSale?: number;
  /** The last days on which something came and something left, the opening among them. */
  lastIn?: number;
  lastOut?: number;
}

/** A product's opening registration in one warehouse. */
export interface Opening {
  readonly amount: number;
  readonly cost: number;
  readonly day: number;
}

/** Where all units of a product are, and what each entry moved at which cost. */
export interface StockHistory {
  readonly warehouses: ReadonlyMap<number, WarehouseStock>;
  /** What all units of each entry cost together, in their order. */
  readonly costs: readonly number[];
}

const emptyWarehouse = (): WarehouseStock => ({ amount: 0, batches: [], last: { price: 0, cost: 0 } });

/** Adds units; what is owed is settled first and becomes no batch. */
function bring(stock: WarehouseStock, batch: Batch): void {
  const before = stock.amount;
  stock.amount = roundAmount(before + batch.amount);
  stock.last = { price: batch.price, cost: batch.cost };
  const kept = before < 0 ? Math.max(0, stock.amount) : batch.amount;
  if (kept > 0) stock.batches.push({ ...batch, amount: kept });
}

/** Takes units out, oldest first, and answers the batches that they come from. */
function take(stock: WarehouseStock, amount: number): Batch[] {
  const taken: Batch[] = [];
  let open = amount;
  let drained = 0;
  while (open > 0 && drained < stock.batches.length) {
    const batch = stock.batches[drained] as Batch;
    const part = Math.min(open, batch.amount);
    taken.push({ ...batch, amount: part });
    const rest = roundAmount(batch.amount - part);
    open = roundAmount(open - part);
    if (rest > 0) stock.batches[drained] = { ...batch, amount: rest };
    else drained += 1;
  }
  stock.batches.splice(0, drained);
  stock.amount = roundAmount(stock.amount - amount);
  if (open > 0) taken.push({ amount: open, ...stock.last });
  return taken;
}

/** Weighted means over units. */
export interface Means {
  readonly price: number;
  readonly cost: number;
}

/** The sum is rounded first, so that halves go up whatever the order of the batches. */
const meanOf = (sum: number, amount: number) => (amount === 0 ? 0 : roundAmount(roundAmount(sum) / amount));

/** What all units of batches cost together. */
const costOfAll = (batches: readonly Batch[]) =>
  roundAmount(batches.reduce((sum, { amount, cost }) => sum + amount * cost, 0));

/** Weighted means over batches; 0 of nothing. */
export function meansOf(batches: readonly Batch[]): Means {
  let [amount, price, cost] = [0, 0, 0];
  for (const batch of batches) {
    amount += batch.amount;
    price += batch.amount * batch.price;
    cost += batch.amount * batch.cost;
  }
  return { price: meanOf(price, amount), cost: meanOf(cost, amount) };
}

/** Mean cost of one of so many units that would leave now; the stock stays as it is. */
export function costOfUnits(stock: WarehouseStock, amount: number): number {
  return amount > 0 ? meansOf(take({ ...stock, batches: [...stock.batches] }, amount)).cost : 0;
}

/** What an entry takes goes from one warehouse to another with its batches. */
function transfer(from: WarehouseStock, to: WarehouseStock, amount: number): Batch[] {
  const moved = take(from, amount);
  for (const batch of moved) bring(to, batch);
  return moved;
}

/** What one unit of a product cost in each document that sold it: the mean over its rows. */
class SoldCosts {
  readonly #sums = new Map<number, { readonly amount: number; readonly cost: number }>();

  add({ source, amount }: StockEntry, cost: number): void {
    const before = this.#sums.get(source.id) ?? { amount: 0, cost: 0 };
    this.#sums.set(source.id, { amount: before.amount - amount, cost: before.cost + cost });
  }

  of(documentID: number): number | undefined {
    const sum = this.#sums.get(documentID);
    return sum === undefined ? undefined : roundAmount(sum.cost / sum.amount);
  }
}

/** What is known while the entries of a product are played. */
interface Played {
  stockAt(warehouseID: number): WarehouseStock;
  /** Mean cost of one that left with a document. */
  soldCost(documentID: number): number | undefined;
}

/** Moves what an entry moves; answers what all of its units cost. */
function apply(entry: StockEntry, { stockAt, soldCost }: Played): number {
  const { amount, kind, day, creditedID } = entry;
  const stock = stockAt(entry.warehouseID);
  if (entry.fromWarehouseID !== undefined) {
    const other = stockAt(entry.fromWarehouseID);
    const [from, to] = amount < 0 ? [stock, other] : [other, stock];
    from.lastOut = day;
    to.lastIn = day;
    return costOfAll(transfer(from, to, Math.abs(amount)));
  }
  if (amount < 0) stock.lastOut = day;
  else stock.lastIn = day;
  if (kind === 'sale' && amount < 0) stock.lastSale = day;
  if (amount < 0) return costOfAll(take(stock, -amount));
  if (kind === 'purchase') {
    stock.firstPurchase ??= day;
    stock.lastPurchase = day;
  }
  const returned = creditedID === undefined ? undefined : soldCost(creditedID);
  const price = entry.price ?? entry.cost ?? returned ?? stock.last.price;
  const cost = entry.cost ?? entry.price ?? returned ?? stock.last.cost;
  bring(stock, { amount, price, cost });
  return roundAmount(amount * cost);
}

/** Plays the entries of one product, in order, after its opening registrations. */
export function playHistory(
  entries: readonly StockEntry[],
  openingOf: (warehouseID: number) => Opening,
  untilDay = Number.POSITIVE_INFINITY,
): StockHistory {
  const warehouses = new Map<number, WarehouseStock>();
  const costs: number[] = [];
  const openings = new Map<number, Opening>();
  for (const { warehouseID, fromWarehouseID } of entries) {
    for (const id of [warehouseID, fromWarehouseID])
      if (id !== undefined && !openings.has(id)) openings.set(id, openingOf(id));
  }
  const stockAt = (warehouseID: number) => {
    const stock = warehouses.get(warehouseID) ?? emptyWarehouse();
    warehouses.set(warehouseID, stock);
    return stock;
  };
  const open = (day: number) => {
    for (const [warehouseID, opening] of openings) {
      if (opening.day > day) continue;
      openings.delete(warehouseID);
      register(stockAt(warehouseID), opening);
    }
  };
  const sold = entries.some(({ creditedID }) => creditedID !== undefined) ? new SoldCosts() : undefined;
  const soldCost = (documentID: number) => sold?.of(documentID);
  for (const entry of entries) {
    if (entry.day > untilDay) break;
    open(entry.day);
    const cost = apply(entry, { stockAt, soldCost });
    if (entry.kind === 'sale' && entry.amount < 0) sold?.add(entry, cost);
    costs.push(cost);
  }
  open(untilDay);
  return { warehouses, costs };
}

/** The opening registration itself, which may be of what is owed. */
function register(stock: WarehouseStock, { amount, cost, day }: Opening): void {
  stock.last = { price: cost, cost };
  if (amount < 0) stock.lastOut = day;
  else if (amount > 0) stock.lastIn = day;
  if (amount < 0) take(stock, -amount);
  else if (amount > 0) bring(stock, { amount, price: cost, cost });
}

/** A warehouse that only has its opening. */
export function openedWarehouse(opening: Opening, untilDay: number): WarehouseStock {
  const stock = emptyWarehouse();
  if (opening.day <= untilDay) register(stock, opening);
  return stock;
}
