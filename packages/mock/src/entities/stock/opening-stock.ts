import type { Shop } from '@erply-kit/fixtures';

import { shopHistory } from './stock-documents.ts';
import { StockLedger } from './stock-ledger.ts';

/** The stock that every account starts from. */
export class OpeningStock {
  readonly #shop: Shop;
  #ledger: StockLedger | undefined;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  /** A ledger of its own, which costs what will be moved in it. */
  fork(): StockLedger {
    return new StockLedger({ ...this.#options, shared: this.#posted() });
  }

  /** The shop's own documents, posted when stock is first asked for: a server that is never asked for it starts sooner. */
  #posted(): StockLedger {
    if (this.#ledger !== undefined) return this.#ledger;
    this.#ledger = new StockLedger(this.#options);
    for (const posting of shopHistory(this.#shop)) this.#ledger.post(posting);
    return this.#ledger;
  }

  get #options() {
    const { stock, products, warehouses } = this.#shop;
    return { base: stock, products: products.size, warehouses: warehouses.size };
  }
}
