import { shopTableOf } from '../every-lane.ts';
import type { SmallShop } from './small-shop.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Absence {
  /** Seconds of the shop's clock. */
  until: number;
}

/** What is in the shop and what was, noted by those who change it. It shares no code with the lanes. */
export class ShopHistory {
  readonly #shop: SmallShop;
  readonly #absences = new Map<string, Absence[]>();
  /** Whether they are still there, by lane and ID. */
  readonly #mayGo = new Map<string, () => boolean>();
  readonly #amounts: Map<string, number>;

  /** `amounts`: what is in stock, by product and warehouse. */
  constructor(shop: SmallShop, amounts: ReadonlyMap<string, number>) {
    this.#shop = shop;
    this.#amounts = new Map(amounts);
  }

  nowSeconds = () => this.#shop.now() / 1000;

  /** Something is not there from now on: a record by lane and ID, an amount by its product and warehouse. */
  noteGone(what: string): void {
    const absences = this.#absences.get(what) ?? [];
    absences.push({ until: Number.POSITIVE_INFINITY });
    this.#absences.set(what, absences);
  }

  /** A record may go at any moment from now on, without another word. */
  expectGone(lane: string, id: number): void {
    this.#mayGo.set(`${lane} ${id}`, () => this.has(lane, id));
  }

  /** Whether a record is in the shop. */
  has(lane: string, id: number): boolean {
    try {
      return this.#shop.account.data(shopTableOf(lane).table).get(id) !== undefined;
    } catch {
      return false;
    }
  }

  /** It is there again. */
  noteThere(what: string): void {
    const last = this.#absences.get(what)?.at(-1);
    if (last) last.until = Math.min(last.until, this.nowSeconds());
  }

  /** Whether it was not there at any moment from this second on. */
  wasGoneSince(what: string, since: number): boolean {
    this.#notice(what);
    return this.#absences.get(what)?.some(({ until }) => until >= since) ?? false;
  }

  #notice(what: string): void {
    if (this.#mayGo.get(what)?.() !== false) return;
    this.#mayGo.delete(what);
    this.noteGone(what);
  }

  /** An amount has moved. */
  noteMoved(key: string, by: number): void {
    const before = this.#amounts.get(key) ?? 0;
    const after = Math.round((before + by) * 1e6) / 1e6;
    this.#amounts.set(key, after);
    if (after === 0) this.noteGone(`stock ${key}`);
    if (before === 0) this.noteThere(`stock ${key}`);
  }

  /** A product's amounts are gone with it. */
  noteStockGone(productID: number): void {
    for (const [key, amount] of this.#amounts) {
      if (!key.startsWith(`${productID}/`) || amount === 0) continue;
      this.#amounts.set(key, 0);
      this.noteGone(`stock ${key}`);
    }
  }

  hasMoved = (productID: number) => [...this.#amounts.keys()].some((key) => key.startsWith(`${productID}/`));

  /** What is in stock, by product and warehouse; no zeros. */
  amounts = (): Map<string, number> => new Map([...this.#amounts].filter(([, amount]) => amount !== 0));

  /** The fields of each record that is there now, by ID. */
  records(lane: string): Map<number, Fields> {
    const { table, key } = shopTableOf(lane);
    const rows: readonly Fields[] = this.#shop.account.data(table).list();
    return new Map(rows.map((row) => [Number(row[key]), row]));
  }
}
