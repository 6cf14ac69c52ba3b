import { phpRound } from '@erply-kit/schemas';

/** What a movement is to its product. Only some kinds count as buying and selling. */
export type MovementKind = 'registration' | 'purchase' | 'sale' | 'other';

/** The document that moved stock: its table and ID. */
export interface StockSource {
  readonly table: string;
  readonly id: number;
}

/** What a source is known by. */
export const keyOf = ({ table, id }: StockSource): string => `${table}/${id}`;

/** A change of the quantity on hand of one product, as a document makes it. */
export interface StockChange {
  readonly productID: number;
  readonly warehouseID: number;
  /** Negative when stock goes out. */
  readonly amount: number;
  readonly kind: MovementKind;
  /** Where the goods come from when they are moved inside the shop: the batches go with them. */
  readonly fromWarehouseID?: number;
  /** Net price of one that comes in. */
  readonly price?: number;
  /** As `price`, with freight and the like; the price when left out. */
  readonly cost?: number;
  /** The document of the same table whose goods come back: they cost what they cost when they left (inferred). */
  readonly creditedID?: number;
  /** The row of its document, from 0. */
  readonly row?: number;
}

/** A change that has been posted. */
export interface StockEntry extends StockChange {
  readonly source: StockSource;
  /** The day it counts for, in days since 1970: that of its document, whenever it was posted. */
  readonly day: number;
  /** Among the entries of a day, those of the source that was posted first come first. */
  readonly order: number;
}

/** All changes of one document. */
export interface StockPosting {
  readonly source: StockSource;
  readonly changes: readonly StockChange[];
  readonly day: number;
  /** When it is posted, Unix seconds. */
  readonly now: number;
}

const daySeconds = 86_400;

/** The day of an instant, in days since 1970. */
export const dayOfInstant = (unixSeconds: number) => Math.floor(unixSeconds / daySeconds);

/** The day of a date yyyy-mm-dd. */
export const dayOfDate = (date: string) => dayOfInstant(Date.parse(`${date}T00:00:00Z`) / 1000);

/** A day as yyyy-mm-dd. */
export const dateOfDay = (day: number) => new Date(day * daySeconds * 1000).toISOString().slice(0, 10);

const amountDecimals = 6;

/** Rounds away binary noise: quantities and costs have at most six decimals, and nothing is kept as minus zero. */
export const roundAmount = (amount: number) => phpRound(amount, amountDecimals) + 0;

/** A quantity that changes in one place. */
interface Side {
  readonly productID: number;
  readonly warehouseID: number;
  readonly amount: number;
}

/** What a change moves in each warehouse that it is about. */
export function sidesOf({ productID, warehouseID, fromWarehouseID, amount }: StockChange): Side[] {
  const here = { productID, warehouseID, amount };
  return fromWarehouseID === undefined
    ? [here]
    : [{ productID, warehouseID: fromWarehouseID, amount: -amount }, here];
}
