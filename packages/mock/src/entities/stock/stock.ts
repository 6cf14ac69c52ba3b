import type { Account, StateDefinition } from '../../account/account.ts';
import { openingLedger } from './opening-ledger.ts';
import type { SavedLedger, StockLedger, StockMovement } from './stock-ledger.ts';
import { type SavedLevels, StockLevels } from './stock-levels.ts';

/** What an account knows of stock beside the documents that move it. */
interface Stock {
  /** What is where, and what it cost. */
  readonly ledger: StockLedger;
  readonly levels: StockLevels;
  /** 0 for the opening stock, which all accounts share; after a movement a number that no other stock has. */
  version: number;
}

interface SavedStock {
  readonly ledger: SavedLedger;
  readonly levels: SavedLevels;
}

type NewMovement = Omit<StockMovement, 'id' | 'timestamp'> & { readonly timestamp?: number };

const stock: StateDefinition<Stock, SavedStock> = {
  name: 'stock',
  create({ shared: { shop, baseTables } }, saved) {
    const ledger = openingLedger(shop).fork();
    const levels = new StockLevels(shop.stock);
    if (saved === undefined) return { ledger, levels, version: 0 };
    ledger.load(saved.ledger);
    levels.load(saved.levels);
    return { ledger, levels, version: baseTables.nextVersion() };
  },
  save: ({ ledger, levels }) => ({ ledger: ledger.save(), levels: levels.save() }),
  bytesOf: ({ ledger, levels }) => ledger.bytes + levels.bytes,
};

/** The stock of an account. */
export const stockOf = (account: Account): Stock => account.state(stock);

/** The product has stock of its own: bundles, matrix products and services have none. */
export function hasStock(account: Account, productID: number): boolean {
  const product = account.table('products').get(productID);
  if (product === undefined) return false;
  return product.type !== 'MATRIX' && product.type !== 'BUNDLE' && product.nonStockProduct !== 1;
}

/** What of the stock an account has from the start, where its server was given data of its own. */
export const initialStockOf = ({ shared }: Account) =>
  shared.initialData?.states.get(stock.name) as SavedStock | undefined;

/** Moves stock as a document of the shop would, now or at a time in Unix seconds; the product's own timestamps stay. */
export function moveStock(account: Account, movement: NewMovement): number {
  account.changes();
  const moved = stockOf(account);
  moved.version = account.shared.baseTables.nextVersion();
  return moved.ledger.move({ timestamp: account.now(), ...movement });
}
