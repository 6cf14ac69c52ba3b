import { roundAmount, type StockEntry } from './stock-movement.ts';

/** Units that came in together, for one price. */
export interface Batch {
  readonly amount: number;
  readonly price: number;
  readonly cost: number;
}

/** What is in one place, by the order in which it came. */
export interface PlaceStock {
  amount: number;
  /** Oldest first; none while the quantity is negative. */
  batches: Batch[];
  /** What came in last cost that: the best guess for units that leave without ever having come. */
  last: { price: number; cost: number };
  firstPurchase?: number;
  lastPurchase?: number;
  lastSale?: number;
}

/** A product's opening registration in one place. */
export interface Opening {
  readonly amount: number;
  readonly cost: number;
  readonly day: number;
}

/** Where all units of a product are, and what each entry moved at which cost. */
export interface StockHistory {
  readonly places: ReadonlyMap<number, PlaceStock>;
  /** Mean cost of one unit of an entry. */
  readonly costs: ReadonlyMap<StockEntry, number>;
}

const emptyPlace = (): PlaceStock => ({ amount: 0, batches: [], last: { price: 0, cost: 0 } });

/** Adds units; what is owed is settled first and becomes no batch. */
function bring(place: PlaceStock, batch: Batch): void {
  const before = place.amount;
  place.amount = roundAmount(before + batch.amount);
  place.last = { price: batch.price, cost: batch.cost };
  const kept = before < 0 ? Math.max(0, place.amount) : batch.amount;
  if (kept > 0) place.batches.push({ ...batch, amount: kept });
}

/** Takes units out, oldest first, and answers the batches that they come from. */
function take(place: PlaceStock, amount: number): Batch[] {
  const taken: Batch[] = [];
  let open = amount;
  let drained = 0;
  while (open > 0 && drained < place.batches.length) {
    const batch = place.batches[drained] as Batch;
    const part = Math.min(open, batch.amount);
    taken.push({ ...batch, amount: part });
    const rest = roundAmount(batch.amount - part);
    open = roundAmount(open - part);
    if (rest > 0) place.batches[drained] = { ...batch, amount: rest };
    else drained += 1;
  }
  place.batches.splice(0, drained);
  place.amount = roundAmount(place.amount - amount);
  if (open > 0) taken.push({ amount: open, ...place.last });
  return taken;
}

/** Weighted means over units. */
export interface Means {
  readonly price: number;
  readonly cost: number;
}

/** The sum is rounded first, so that halves go up whatever the order of the batches. */
const meanOf = (sum: number, amount: number) => (amount === 0 ? 0 : roundAmount(roundAmount(sum) / amount));

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

/** What an entry takes goes from one place to another with its batches. */
function transfer(from: PlaceStock, to: PlaceStock, amount: number): Batch[] {
  const moved = take(from, amount);
  for (const batch of moved) bring(to, batch);
  return moved;
}

function apply(entry: StockEntry, placeOf: (warehouseID: number) => PlaceStock): number {
  const { amount, kind, day } = entry;
  const place = placeOf(entry.warehouseID);
  if (entry.fromWarehouseID !== undefined) {
    const other = placeOf(entry.fromWarehouseID);
    const [from, to] = amount < 0 ? [place, other] : [other, place];
    return meansOf(transfer(from, to, Math.abs(amount))).cost;
  }
  if (kind === 'sale' && amount < 0) place.lastSale = day;
  if (amount < 0) return meansOf(take(place, -amount)).cost;
  if (kind === 'purchase') {
    place.firstPurchase ??= day;
    place.lastPurchase = day;
  }
  const price = entry.price ?? (entry.cost === undefined ? place.last.price : entry.cost);
  const cost = entry.cost ?? entry.price ?? place.last.cost;
  bring(place, { amount, price, cost });
  return cost;
}

/** Plays the entries of one product, in order, after its opening registrations. */
export function playHistory(
  entries: readonly StockEntry[],
  openingOf: (warehouseID: number) => Opening,
  untilDay = Number.POSITIVE_INFINITY,
): StockHistory {
  const places = new Map<number, PlaceStock>();
  const costs = new Map<StockEntry, number>();
  const openings = new Map<number, Opening>();
  for (const { warehouseID, fromWarehouseID } of entries) {
    for (const id of [warehouseID, fromWarehouseID])
      if (id !== undefined && !openings.has(id)) openings.set(id, openingOf(id));
  }
  const placeOf = (warehouseID: number) => {
    const place = places.get(warehouseID) ?? emptyPlace();
    places.set(warehouseID, place);
    return place;
  };
  const open = (day: number) => {
    for (const [warehouseID, opening] of openings) {
      if (opening.day > day) continue;
      openings.delete(warehouseID);
      register(placeOf(warehouseID), opening);
    }
  };
  for (const entry of entries) {
    if (entry.day > untilDay) break;
    open(entry.day);
    costs.set(entry, apply(entry, placeOf));
  }
  open(untilDay);
  return { places, costs };
}

/** The opening registration itself, which may be of what is owed. */
function register(place: PlaceStock, { amount, cost }: Opening): void {
  place.last = { price: cost, cost };
  if (amount < 0) take(place, -amount);
  else if (amount > 0) bring(place, { amount, price: cost, cost });
}

/** A place that only has its opening. */
export function openedPlace(opening: Opening, untilDay: number): PlaceStock {
  const place = emptyPlace();
  if (opening.day <= untilDay) register(place, opening);
  return place;
}
