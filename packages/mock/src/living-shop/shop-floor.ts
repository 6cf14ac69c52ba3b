import type { Account } from '../account/account.ts';
import type { RandomStream } from '../account/random-stream.ts';
import { hasStock, stockOf } from '../entities/stock/stock.ts';

/** How often chance is asked for something that fits before there counts as none. */
const maxDraws = 64;

/** Some units of a product in a warehouse. */
export interface Goods {
  readonly productID: number;
  readonly warehouseID: number;
  readonly amount: number;
}

/** The account as its shop assistants see it: what there is, chosen by chance. Nothing is kept of it between two looks. */
export class ShopFloor {
  readonly account: Account;
  readonly random: RandomStream;
  /** Products beside those of the base. */
  readonly addedIDs: number[];
  readonly warehouseIDs: readonly number[];
  readonly #baseSize: number;

  constructor(account: Account) {
    this.account = account;
    this.random = account.random('living shop');
    const products = account.table('products');
    this.#baseSize = products.base.size;
    this.addedIDs = [...products.changes.keys()].filter((id) => !products.isBase(id)).sort((a, b) => a - b);
    this.warehouseIDs = [...account.table('warehouses').ids()];
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + this.random.below(most - least + 1);
  }

  /** A product that fits; `undefined` where chance finds none. */
  product(fits: (id: number) => boolean): number | undefined {
    const count = this.#baseSize + this.addedIDs.length;
    const products = this.account.table('products');
    for (let draw = 0; draw < maxDraws && count > 0; draw += 1) {
      const index = this.random.below(count);
      const id = index < this.#baseSize ? index + 1 : (this.addedIDs[index - this.#baseSize] ?? 0);
      if (products.has(id) && fits(id)) return id;
    }
    return undefined;
  }

  /** A product that is for sale and is kept in stock. */
  stockProduct(): number | undefined {
    return this.product((id) => this.isForSale(id) && hasStock(this.account, id));
  }

  isForSale(id: number): boolean {
    const status = this.account.table('products').value('status', id) ?? 'ACTIVE';
    return status === 'ACTIVE';
  }

  warehouse(): number | undefined {
    const id = this.warehouseIDs[this.random.below(this.warehouseIDs.length)];
    return id !== undefined && this.account.table('warehouses').has(id) ? id : undefined;
  }

  /** Whole units that can leave a warehouse: what is reserved stays. */
  available(productID: number, warehouseID: number): number {
    const { ledger } = stockOf(this.account);
    const free = ledger.amountInStock(productID, warehouseID) - ledger.amountReserved(productID, warehouseID);
    return Math.max(0, Math.floor(free));
  }

  /** Some goods that are there, at most so many units. */
  goods(most: number, oversell = false): Goods | undefined {
    for (let draw = 0; draw < maxDraws; draw += 1) {
      const [productID, warehouseID] = [this.stockProduct(), this.warehouse()];
      if (productID === undefined || warehouseID === undefined) return undefined;
      const there = oversell ? most : this.available(productID, warehouseID);
      if (there > 0) return { productID, warehouseID, amount: this.whole(1, Math.min(most, there)) };
    }
    return undefined;
  }
}
