import type { BaseStock } from '@erply-kit/fixtures';

import {
  type Means,
  meansOf,
  type Opening,
  openedWarehouse,
  playHistory,
  type StockHistory,
  type WarehouseStock,
} from './stock-history.ts';
import {
  dayOfInstant,
  type MovementKind,
  roundAmount,
  type StockEntry,
  type StockPosting,
  type StockSource,
  sidesOf,
} from './stock-movement.ts';
import { type SavedPostings, StockPostings } from './stock-postings.ts';
import { type DocumentReservation, type SavedReservations, StockReservations } from './stock-reservations.ts';
import { type ChangeTime, type SavedSums, StockSums } from './stock-sums.ts';

/** A change of stock that the control API made, which no document stands for. */
export interface StockMovement {
  readonly id: number;
  readonly productID: number;
  readonly warehouseID: number;
  /** Negative when stock goes out. */
  readonly amount: number;
  /** Net cost of one, where it is known. */
  readonly cost?: number;
  /** Unix seconds. */
  readonly timestamp: number;
}

export interface StockLedgerOptions {
  readonly base: BaseStock;
  /** Products and locations that the base has. */
  readonly products: number;
  readonly warehouses: number;
  /** The ledger to go on from, which others share: it stays as it is. */
  readonly shared?: StockLedger;
}

/** What a document has moved, and what all units of it cost together. */
type CostedEntry = readonly [entry: StockEntry, cost: number];

/** What an account has moved and reserved, as it was at one moment. */
export interface SavedLedger {
  readonly movements: readonly StockMovement[];
  readonly orders: number;
  /** What each document has posted that is not as the shared ledger has it. */
  readonly sources: SavedPostings;
  readonly moved: SavedSums;
  readonly reserved: SavedReservations;
}

/** About what an entry takes of the memory, in the list of its product and by its document. */
const entryBytes = 120;
/** About what a sum takes, which stays when its entries go. */
const sumBytes = 100;

/**
 * Stock of one account: the base's opening registration of each product and warehouse, which is computed and kept nowhere,
 * what the shop's own documents have moved since, which all accounts share, and what the account has moved. All of it
 * follows from the entries: a document that changes or goes takes its
 * entries back, and what they cost follows anew.
 */
export class StockLedger {
  readonly #options: StockLedgerOptions;
  readonly #openingDay: number;
  readonly #movements: StockMovement[] = [];
  readonly #postings: StockPostings;
  /** Of products whose entries are not those of the shared ledger, as far as somebody has asked for them. */
  readonly #histories = new Map<number, StockHistory>();
  readonly #shared: StockLedger | undefined;
  readonly #moved: StockSums;
  readonly #reserved: StockReservations;
  /** The ID of the first movement of its own. */
  readonly #firstMovement: number;
  #orders: number;

  constructor(options: StockLedgerOptions) {
    const { base, shared } = options;
    this.#options = options;
    this.#openingDay = dayOfInstant(base.registeredAt);
    this.#shared = shared;
    this.#postings = new StockPostings(shared === undefined ? undefined : shared.#postings);
    this.#moved = new StockSums(shared === undefined ? undefined : shared.#moved);
    this.#reserved = new StockReservations(shared === undefined ? undefined : shared.#reserved);
    this.#orders = shared === undefined ? 0 : shared.#orders;
    this.#firstMovement = shared === undefined ? 1 : shared.#firstMovement + shared.#movements.length;
  }

  /** A ledger that goes on from this one, which must not change any more: it costs what will be moved in it. */
  fork(): StockLedger {
    return new StockLedger({ ...this.#options, shared: this });
  }

  save(): SavedLedger {
    return {
      movements: [...this.#movements],
      orders: this.#orders,
      sources: this.#postings.save(),
      moved: this.#moved.save(),
      reserved: this.#reserved.save(),
    };
  }

  /** Takes over what was saved. Only for a ledger in which nothing has been moved yet. */
  load(saved: SavedLedger): void {
    // One by one: a call takes some 100,000 arguments at most.
    for (const movement of saved.movements) this.#movements.push(movement);
    this.#orders = saved.orders;
    this.#postings.load(saved.sources);
    this.#moved.load(saved.moved);
    this.#reserved.load(saved.reserved);
  }

  /** About what is its own takes of the memory. */
  get bytes(): number {
    return this.#postings.ownCount * entryBytes + (this.#moved.size + this.#reserved.sums.size) * sumBytes;
  }

  /** What the control API has moved. */
  get movements(): readonly StockMovement[] {
    const shared = this.#shared?.movements ?? [];
    return shared.length === 0 ? this.#movements : [...shared, ...this.#movements];
  }

  /** Those of the ledger that this one goes on from left out. */
  get ownMovements(): readonly StockMovement[] {
    return this.#movements;
  }

  /** Quantity on hand, reserved units included. */
  amountInStock(productID: number, warehouseID: number): number {
    const moved = this.#moved.amount(productID, warehouseID);
    const opening = this.#openingAmount(productID, warehouseID);
    return moved === 0 ? opening : roundAmount(opening + moved);
  }

  /** Quantity on hand at the end of a day. */
  amountOnDay(productID: number, warehouseID: number, day: number): number {
    let amount = day < this.#openingDay ? 0 : this.#openingAmount(productID, warehouseID);
    for (const entry of this.#postings.ofProduct(productID)) {
      if (entry.day > day) break;
      if (entry.warehouseID === warehouseID) amount = roundAmount(amount + entry.amount);
      if (entry.fromWarehouseID === warehouseID) amount = roundAmount(amount - entry.amount);
    }
    return amount;
  }

  amountReserved(productID: number, warehouseID: number): number {
    const base = this.#isBase(productID, warehouseID)
      ? this.#options.base.amountReserved(productID, warehouseID)
      : 0;
    return roundAmount(base + this.#reserved.sums.amount(productID, warehouseID));
  }

  /** When the quantity last moved, in Unix seconds; 0 where it never did. */
  changedAt(productID: number, warehouseID: number): number {
    const { base } = this.#options;
    const opened = this.#openingAmount(productID, warehouseID) === 0 ? 0 : base.registeredAt;
    return this.#moved.changedAt(productID, warehouseID) ?? opened;
  }

  /** When each quantity last moved, beside the opening; of this ledger alone, or of the shared one too. */
  changeTimes(onlyOwn: boolean): readonly ChangeTime[] {
    return this.#moved.changeTimes(onlyOwn);
  }

  /** Says when a quantity last moved, which what is left of its documents may not tell. */
  setChangeTime(time: ChangeTime): void {
    this.#moved.setChangeTime(time);
  }

  /** When what is reserved last changed; the base's reservations are as old as the opening. */
  reservationChangedAt(productID: number, warehouseID: number): number {
    const { base } = this.#options;
    const isBase = this.#isBase(productID, warehouseID) && base.amountReserved(productID, warehouseID) !== 0;
    return this.#reserved.sums.changedAt(productID, warehouseID) ?? (isBase ? base.registeredAt : 0);
  }

  /** The opening registration is older than this, so that only movements can have changed something since. */
  isAfterOpening(unixSeconds: number): boolean {
    return unixSeconds > this.#options.base.registeredAt;
  }

  /** Products that have moved, or been reserved, since the opening. */
  movedProducts(): number[] {
    return [...new Set([...this.#moved.products(), ...this.#reserved.sums.products()])].sort((a, b) => a - b);
  }

  /** Those that this account has moved, or reserved. */
  ownProducts(): Iterable<number> {
    return new Set([...this.#moved.ownProducts(), ...this.#reserved.sums.ownProducts()]);
  }

  /** What is in a warehouse now or was at the end of a day, with its batches. */
  warehouseStock(productID: number, warehouseID: number, day = Number.POSITIVE_INFINITY): WarehouseStock {
    const opening = this.#opening(productID, warehouseID);
    if (!this.hasMoved(productID)) return openedWarehouse(opening, day);
    const history =
      day === Number.POSITIVE_INFINITY
        ? this.#historyOf(productID)
        : playHistory(this.#postings.ofProduct(productID), (id) => this.#opening(productID, id), day);
    return history.warehouses.get(warehouseID) ?? openedWarehouse(opening, day);
  }

  /** Mean price and cost of what is in a warehouse: of an opening that nothing has moved, its own. */
  means(productID: number, warehouseID: number, day = Number.POSITIVE_INFINITY): Means {
    if (this.hasMoved(productID)) return meansOf(this.warehouseStock(productID, warehouseID, day).batches);
    const isThere = day >= this.#openingDay && this.#openingAmount(productID, warehouseID) > 0;
    const cost = isThere ? this.#options.base.openingCost(productID) : 0;
    return { price: cost, cost };
  }

  /** Price of the newest purchase of a product, wherever it was. */
  newestPurchasePrice(productID: number): number | undefined {
    return this.#newestOf(productID, 'purchase')?.price;
  }

  /** Cost in the newest registration of a product, wherever it was; the opening is one too. */
  newestRegistrationCost(productID: number): number | undefined {
    const entry = this.#newestOf(productID, 'registration');
    if (entry !== undefined) return entry.cost ?? entry.price;
    return this.#isOpened(productID) ? this.#options.base.openingCost(productID) : undefined;
  }

  /** What one unit of each row of a document cost, by the row's index. */
  costsOf(source: StockSource): ReadonlyMap<number, number> {
    return new Map(
      this.entryCosts(source).map(([{ row = 0, amount }, cost]) => [
        row,
        roundAmount(cost / Math.abs(amount)),
      ]),
    );
  }

  /** All that a document has moved, with what all units of an entry cost together. */
  entryCosts(source: StockSource): CostedEntry[] {
    const seen = new Map<string, number>();
    return this.#postings.of(source).map((entry) => {
      // Two parts of one bundle may be the same product: they stand one after the other.
      const key = `${entry.productID}/${entry.row}`;
      const earlier = seen.get(key) ?? 0;
      seen.set(key, earlier + 1);
      const position = this.#postings.positionOf(entry) + earlier;
      return [entry, this.#historyOf(entry.productID).costs[position] ?? 0];
    });
  }

  /** Something beside the opening has moved the product. */
  hasMoved(productID: number): boolean {
    return this.#postings.hasProduct(productID);
  }

  /** The product stands in a document that moved stock. */
  hasTransactions(productID: number): boolean {
    return this.hasMoved(productID) || this.#isOpened(productID);
  }

  /** Posts all that a document moves, instead of what it moved before; of a deleted one nothing. */
  post({ source, changes, day, now }: StockPosting): void {
    const before = this.#postings.of(source);
    if (before.length === 0 && changes.length === 0) return;
    const order = before[0]?.order ?? this.#nextOrder();
    const entries = changes.map((change): StockEntry => ({ ...change, source, day, order }));
    this.#postings.replace(source, entries);
    for (const { productID } of [...before, ...entries]) this.#histories.delete(productID);
    const taken = before.flatMap(sidesOf).map((side) => ({ ...side, amount: -side.amount }));
    this.#moved.add([...taken, ...entries.flatMap(sidesOf)], now);
  }

  /** Reserves what a document reserves, instead of what it reserved before. */
  reserve(reservation: DocumentReservation): void {
    this.#reserved.reserve(reservation);
  }

  /** The first day, in days since 1970, after which a reservation ends. */
  get firstReservationEnd(): number {
    return this.#reserved.firstEnd;
  }

  /** Ends what was reserved until a day before this one. */
  endReservationsBefore(day: number, now: number): void {
    this.#reserved.endBefore(day, now);
  }

  /** Moves stock without a document. */
  move(movement: Omit<StockMovement, 'id'>): number {
    const id = this.#firstMovement + this.#movements.length;
    const { timestamp, ...change } = movement;
    this.#movements.push({ id, ...movement });
    this.post({
      source: { table: 'stockMovements', id },
      changes: [{ ...change, kind: 'other' }],
      day: dayOfInstant(timestamp),
      now: timestamp,
    });
    return id;
  }

  #nextOrder(): number {
    this.#orders += 1;
    return this.#orders;
  }

  #newestOf(productID: number, kind: MovementKind): StockEntry | undefined {
    for (const entry of this.#postings.newestFirst(productID))
      if (entry.kind === kind && entry.amount > 0) return entry;
    return undefined;
  }

  #historyOf(productID: number): StockHistory {
    if (this.#shared !== undefined && !this.#postings.hasOwn(productID))
      return this.#shared.#historyOf(productID);
    let history = this.#histories.get(productID);
    if (history === undefined) {
      const entries = this.#postings.ofProduct(productID);
      history = playHistory(entries, (warehouseID) => this.#opening(productID, warehouseID));
      this.#histories.set(productID, history);
    }
    return history;
  }

  #opening(productID: number, warehouseID: number): Opening {
    const isBase = this.#isBase(productID, warehouseID);
    return {
      amount: this.#openingAmount(productID, warehouseID),
      cost: isBase ? this.#options.base.openingCost(productID) : 0,
      day: this.#openingDay,
    };
  }

  #openingAmount(productID: number, warehouseID: number): number {
    return this.#isBase(productID, warehouseID)
      ? this.#options.base.amountInStock(productID, warehouseID)
      : 0;
  }

  #isOpened(productID: number): boolean {
    for (let warehouseID = 1; warehouseID <= this.#options.warehouses; warehouseID += 1)
      if (this.#openingAmount(productID, warehouseID) !== 0) return true;
    return false;
  }

  #isBase(productID: number, warehouseID: number): boolean {
    return productID <= this.#options.products && warehouseID <= this.#options.warehouses;
  }
}
