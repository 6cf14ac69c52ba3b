import type { Shop } from '@erply-kit/fixtures';

import type { Account, StateDefinition } from '../../account/account.ts';
import { shopTime } from '../account/shop-time.ts';
import { openingLedger } from './opening-ledger.ts';
import type { SavedLedger, StockLedger, StockMovement } from './stock-ledger.ts';
import { type SavedLevels, StockLevels } from './stock-levels.ts';
import { dayOfDate } from './stock-movement.ts';
import type { ChangeTime } from './stock-sums.ts';

/** What an account knows of stock beside the documents that move it. */
interface Stock {
  /** What is where, and what it cost. */
  readonly ledger: StockLedger;
  readonly levels: StockLevels;
  readonly goesOnFrom: 'shop' | 'data';
  /** 0 for the opening stock, which all accounts share; after a movement a number that no other stock has. */
  version: number;
}

const stockName = 'stock';

interface SavedStock {
  /** What the account went on from: the stock of the shop, or that of the data which the server was given. */
  readonly goesOnFrom: 'shop' | 'data';
  readonly ledger: SavedLedger;
  readonly levels: SavedLevels;
}

type NewMovement = Omit<StockMovement, 'id' | 'timestamp'> & { readonly timestamp?: number };

/** What accounts go on from, and share. */
type Start = Pick<Stock, 'ledger' | 'levels' | 'goesOnFrom'>;

const shopStart = (shop: Shop): Start => ({
  goesOnFrom: 'shop',
  ledger: openingLedger(shop),
  levels: new StockLevels(shop.stock),
});

const dataStarts = new WeakMap<SavedStock, Start>();

/** The stock of the data that a server was given: made once, however many accounts go on from it. */
function dataStart(shop: Shop, data: SavedStock): Start {
  let start = dataStarts.get(data);
  if (start === undefined) {
    const ledger = openingLedger(shop).fork();
    const levels = new StockLevels(shop.stock);
    ledger.load(data.ledger);
    levels.load(data.levels);
    start = { goesOnFrom: 'data', ledger, levels };
    dataStarts.set(data, start);
  }
  return start;
}

function startOf({ shared: { shop, initialData } }: Account, saved: SavedStock | undefined): Start {
  const data = initialData?.states.get(stockName) as SavedStock | undefined;
  if (saved?.goesOnFrom === 'data' && data === undefined)
    throw new Error('this stock goes on from data that the server was not given');
  return data === undefined || saved?.goesOnFrom === 'shop' ? shopStart(shop) : dataStart(shop, data);
}

const stock: StateDefinition<Stock, SavedStock> = {
  name: stockName,
  create(account, given) {
    const { initialData, baseTables } = account.shared;
    // What every account begins with is not one's own.
    const saved = given === initialData?.states.get(stockName) ? undefined : given;
    const start = startOf(account, saved);
    const ledger = start.ledger.fork();
    const levels = new StockLevels(start.levels);
    if (saved !== undefined) {
      ledger.load(saved.ledger);
      levels.load(saved.levels);
    }
    const version = saved === undefined ? 0 : baseTables.nextVersion();
    return { ledger, levels, goesOnFrom: start.goesOnFrom, version };
  },
  save: ({ goesOnFrom, ledger, levels }) => ({ goesOnFrom, ledger: ledger.save(), levels: levels.save() }),
  bytesOf: ({ ledger, levels }) => ledger.bytes + levels.bytes,
};

const daySeconds = 86_400;

/** Reservations end by the account's clock, when somebody looks: nothing happens at the end of a day itself. */
function endReservations(account: Account, { ledger }: Stock): boolean {
  const now = account.now();
  // No time zone is more than a day ahead, and to ask for the day takes a while.
  if (ledger.firstReservationEnd * daySeconds > now + daySeconds) return false;
  const today = dayOfDate(shopTime(account).date);
  if (ledger.firstReservationEnd >= today) return false;
  ledger.endReservationsBefore(today, now);
  return true;
}

/** The stock of an account. */
export function stockOf(account: Account): Stock {
  const held = account.state(stock);
  if (endReservations(account, held)) held.version = account.shared.baseTables.nextVersion();
  return held;
}

/** The product has stock of its own: bundles, matrix products and services have none. */
export function hasStock(account: Account, productID: number): boolean {
  const products = account.table('products');
  if (!products.has(productID)) return false;
  // A document has a hundred rows: their cards are not built for this.
  const type = products.value('type', productID);
  return type !== 'MATRIX' && type !== 'BUNDLE' && products.value('nonStockProduct', productID) !== 1;
}

/** Moves stock as a document of the shop would, now or at a time in Unix seconds; the product's own timestamps stay. */
export function moveStock(account: Account, movement: NewMovement): number {
  account.changes();
  const moved = stockOf(account);
  moved.version = account.shared.baseTables.nextVersion();
  return moved.ledger.move({ timestamp: account.now(), ...movement });
}

/** Says when stock last moved, which what is left of its documents may not tell. */
export function setStockChangeTime(account: Account, time: ChangeTime): void {
  account.changes();
  const moved = stockOf(account);
  moved.version = account.shared.baseTables.nextVersion();
  moved.ledger.setChangeTime(time);
}
