import type { Row } from '../../store/row.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { StockSums } from '../stock/stock-sums.ts';
import { type PlayedReceipt, playReceipts } from './play-receipts.ts';

/** How far an order is. */
type OrderStatus = 'PENDING' | 'PARTIALLY_RECEIVED' | 'RECEIVED';

/** An order, and what of it was counted. */
interface KnownOrder {
  readonly isConfirmed: boolean;
  readonly status: OrderStatus;
  readonly waiting: readonly {
    readonly productID: number;
    readonly warehouseID: number;
    readonly amount: number;
  }[];
}

/** Where orders and their receipts are read: handed in each time, so that what accounts share holds none of them. */
export interface PurchaseDocumentReader {
  readonly documentOf: (id: number) => Row | undefined;
  readonly hasStock: (productID: number) => boolean;
}

/** About what a document that is linked to others takes of the memory, and a product that an order waits for. */
const linkBytes = 300;
const waitingBytes = 150;

/** Documents that bring what was ordered. */
const receiptTypes: readonly unknown[] = ['PRCINVOICE', 'CASHPRCINVOICE', 'PRCWAYBILL'];

const isReceipt = (document: Row | undefined): document is Row =>
  document?.confirmed === 1 && receiptTypes.includes(document.type);

/** The documents that one is based on. */
export const baseIDsOf = (document: Row | undefined): number[] =>
  ((document?.baseDocuments ?? []) as readonly Row[]).map(({ id }) => Number(id));

/** How many of each product the rows of a document have. */
function amountsOf(document: Row): Map<number, number> {
  const amounts = new Map<number, number>();
  for (const { productID, amount } of (document.rows ?? []) as readonly Row[]) {
    const id = Number(productID ?? 0);
    if (id !== 0) amounts.set(id, roundAmount((amounts.get(id) ?? 0) + Number(amount ?? 0)));
  }
  return amounts;
}

/**
 * What an account has ordered and not received. It follows from the documents alone, so it is kept in no saved state: of
 * orders, and of documents that are based on others, it knows what it last read of them.
 */
export class PurchaseOrders {
  readonly #bases = new Map<number, readonly number[]>();
  readonly #followUps = new Map<number, Set<number>>();
  readonly #orders = new Map<number, KnownOrder>();
  readonly #confirmed = new StockSums();
  readonly #drafts = new StockSums();
  #waitingCount = 0;

  /** About what it takes of the memory. */
  get bytes(): number {
    return (this.#bases.size + this.#orders.size) * linkBytes + this.#waitingCount * waitingBytes;
  }

  /** Units that confirmed orders wait for at a location. */
  amountPending(productID: number, warehouseID: number): number {
    return this.#confirmed.amount(productID, warehouseID);
  }

  /** The same of drafts. */
  amountInDrafts(productID: number, warehouseID: number): number {
    return this.#drafts.amount(productID, warehouseID);
  }

  /** Products that an order has, or had, by ID. */
  products(): number[] {
    return [...new Set([...this.#confirmed.products(), ...this.#drafts.products()])].sort((a, b) => a - b);
  }

  /** Documents that are based on one, by ID. */
  followUpsOf(id: number): number[] {
    return [...(this.#followUps.get(id) ?? [])].sort((a, b) => a - b);
  }

  /** How far an order is; `undefined` for what is none. */
  statusOf(id: number): OrderStatus | undefined {
    return this.#orders.get(id)?.status;
  }

  /** Reads a document anew after it was written or deleted. */
  update(id: number, reader: PurchaseDocumentReader): void {
    const document = reader.documentOf(id);
    const bases = baseIDsOf(document);
    const linked = new Set([...(this.#bases.get(id) ?? []), ...bases]);
    this.#link(id, bases);
    if (document?.type !== 'PRCORDER' && !this.#orders.has(id) && linked.size === 0) return;
    const assessed = new Set<number>();
    for (const one of [id, ...linked]) if (!assessed.has(one)) this.#assess(one, reader, assessed);
  }

  /** Orders whose state depends on one document, which may be one of them. */
  ordersAround(id: number): number[] {
    return this.#family(id).filter((one) => this.#orders.has(one));
  }

  #link(id: number, bases: readonly number[]): void {
    for (const base of this.#bases.get(id) ?? []) this.#followUps.get(base)?.delete(id);
    if (bases.length === 0) this.#bases.delete(id);
    else this.#bases.set(id, bases);
    for (const base of bases) {
      const followUps = this.#followUps.get(base) ?? new Set<number>();
      this.#followUps.set(base, followUps.add(id));
    }
  }

  /** A document with all that it is linked to, over other documents too: most are few. */
  #family(id: number): number[] {
    const family = new Set([id]);
    for (const one of family) {
      for (const base of this.#bases.get(one) ?? []) family.add(base);
      for (const followUp of this.#followUps.get(one) ?? []) family.add(followUp);
    }
    return [...family].sort((a, b) => a - b);
  }

  /** Counts anew what the orders around a document wait for. */
  #assess(id: number, reader: PurchaseDocumentReader, assessed: Set<number>): void {
    const family = this.#family(id);
    for (const one of family) assessed.add(one);
    const documents = family.map((one) => ({ id: one, document: reader.documentOf(one) }));
    const orders = documents.flatMap(({ id: one, document }) =>
      document?.type === 'PRCORDER' ? [{ id: one, document, ordered: amountsOf(document) }] : [],
    );
    const receipts = documents.flatMap(({ id: one, document }): PlayedReceipt[] =>
      isReceipt(document) ? [{ orderIDs: this.#bases.get(one) ?? [], brought: amountsOf(document) }] : [],
    );
    const open = playReceipts(orders, receipts);
    for (const one of family) this.#forget(one);
    for (const { id: one, document, ordered } of orders) {
      const left = open.get(one) ?? new Map();
      const isReceived = receipts.some(({ orderIDs }) => orderIDs.includes(one));
      const status = isReceived ? statusAfter(ordered, left) : 'PENDING';
      const waiting = waitingOf(left, Number(document.warehouseID ?? 0), reader);
      this.#count(one, { isConfirmed: document.confirmed === 1, status, waiting });
    }
  }

  #forget(id: number): void {
    const known = this.#orders.get(id);
    if (known === undefined) return;
    this.#orders.delete(id);
    this.#waitingCount -= known.waiting.length;
    this.#sums(known).add(
      known.waiting.map((line) => ({ ...line, amount: -line.amount })),
      0,
    );
  }

  #count(id: number, known: KnownOrder): void {
    this.#orders.set(id, known);
    this.#waitingCount += known.waiting.length;
    this.#sums(known).add(known.waiting, 0);
  }

  #sums({ isConfirmed }: Pick<KnownOrder, 'isConfirmed'>): StockSums {
    return isConfirmed ? this.#confirmed : this.#drafts;
  }
}

type Amounts = ReadonlyMap<number, number>;

/** How far an order is that a receipt was based on. */
function statusAfter(ordered: Amounts, left: Amounts): OrderStatus {
  const goods = [...ordered].filter(([, amount]) => amount > 0);
  if (goods.every(([productID]) => (left.get(productID) ?? 0) <= 0)) return 'RECEIVED';
  const hasCome = goods.some(([productID, amount]) => (left.get(productID) ?? 0) < amount);
  return hasCome ? 'PARTIALLY_RECEIVED' : 'PENDING';
}

/** What of it has stock, at the location of the order. */
const waitingOf = (left: Amounts, warehouseID: number, { hasStock }: PurchaseDocumentReader) =>
  [...left].flatMap(([productID, amount]) =>
    amount > 0 && hasStock(productID) ? [{ productID, warehouseID, amount }] : [],
  );
