import { type NaiveDocument, type NaiveRow, receiptTypes, stockTypes } from './naive-document.ts';
import type { NaiveShop } from './naive-shop.ts';

/** One piece, and what it cost, in millionths. */
interface Piece {
  readonly cost: number;
}

export interface NaivePlace {
  /** Oldest first. */
  pieces: Piece[];
  /** Sold without ever having come. */
  owed: number;
  last: Piece;
  lastSold: string;
  firstPurchase: string;
  lastPurchase: string;
}

export interface NaiveLedger {
  /** By `product/warehouse`. */
  readonly places: ReadonlyMap<string, NaivePlace>;
  /** What the pieces of a row cost, by `table/id/row`: those of each component of a bundle by themselves. */
  readonly costs: ReadonlyMap<string, readonly (readonly Piece[])[]>;
}

/** Cents of a price without its whole percents of discount, in millionths: always whole. */
const paidMillionths = (cents: number, discount: number) => cents * (100 - discount) * 100;

/** The mean cost in millionths, halves up. */
export function meanCost(pieces: readonly Piece[]): number {
  if (pieces.length === 0) return 0;
  const sum = pieces.reduce((total, { cost }) => total + cost, 0);
  return Math.floor((2 * sum + pieces.length) / (2 * pieces.length));
}

export const onHand = (place: NaivePlace | undefined) =>
  place === undefined ? 0 : place.pieces.length - place.owed;

const emptyPlace = (): NaivePlace => ({
  ...{ pieces: [], owed: 0, last: { cost: 0 } },
  ...{ lastSold: '', firstPurchase: '', lastPurchase: '' },
});

function bring(place: NaivePlace, piece: Piece): void {
  if (place.owed > 0) place.owed -= 1;
  else place.pieces.push(piece);
  place.last = piece;
}

function take(place: NaivePlace): Piece {
  const piece = place.pieces.shift();
  if (piece === undefined) place.owed += 1;
  return piece ?? place.last;
}

/** So many of a product. */
export interface NaivePart {
  readonly productID: number;
  readonly amount: number;
}

/** What a row moves of one product: pieces that come when positive. */
interface Move {
  readonly document: NaiveDocument;
  readonly productID: number;
  readonly amount: number;
  /** Millionths of one that comes in; `undefined` for what the place last got. */
  readonly cost?: number | undefined;
}

type At = (productID: number, warehouseID: number) => NaivePlace;

const times = <TValue>(count: number, make: () => TValue) => Array.from({ length: count }, make);

function carry({ document, productID, amount }: Move, at: At): Piece[] {
  const moved = times(amount, () => take(at(productID, document.warehouseID)));
  for (const piece of moved) bring(at(productID, document.toWarehouseID), piece);
  return moved;
}

function note({ document, amount }: Move, place: NaivePlace): void {
  const { table, day } = document;
  if (table === 'salesDocuments' && amount < 0) place.lastSold = day;
  if (table !== 'purchaseDocuments' || amount < 0) return;
  if (place.firstPurchase === '') place.firstPurchase = day;
  place.lastPurchase = day;
}

function play(move: Move, at: At): Piece[] {
  const { document, productID, amount, cost } = move;
  if (document.table === 'inventoryTransfers') return carry(move, at);
  const place = at(productID, document.warehouseID);
  note(move, place);
  if (amount < 0) return times(-amount, () => take(place));
  const pieces = times(amount, () => ({ cost: cost ?? place.last.cost }));
  for (const piece of pieces) bring(place, piece);
  return pieces;
}

/** How a document's amounts move stock: -1 out, 1 in, 0 not at all (calls.md 2.3, 2.4). */
function direction({ table, type }: NaiveDocument): number {
  if (table === 'salesDocuments') return stockTypes.includes(type) ? -1 : 0;
  if (table === 'purchaseDocuments') return receiptTypes.includes(type) ? 1 : 0;
  if (table === 'inventoryTransfers') return type === 'TRANSFER_ORDER' ? 0 : 1;
  return table === 'inventoryWriteOffs' ? -1 : 1;
}

/**
 * What a row means in stocked products: a bundle that is sold stands for its components (calls.md 2.3; of purchases the
 * references do not say so), and what has no stock for nothing.
 */
export function stockedOf(shop: NaiveShop, table: NaiveDocument['table'], { productID, amount }: NaivePart) {
  const components = table === 'salesDocuments' ? shop.bundles.get(productID) : undefined;
  if (components !== undefined)
    return components.map((part) => ({ productID: part.productID, amount: part.amount * amount }));
  return shop.stocked.includes(productID) ? [{ productID, amount }] : [];
}

/** What pieces of a product cost that a sale took, by `document/product`. */
type Sold = Map<string, readonly Piece[]>;

/** What a row brings in costs: what was paid, or what the pieces cost when the credited document took them (inferred). */
function incomingCost(document: NaiveDocument, row: NaiveRow, sold: readonly Piece[]): number | undefined {
  const { table } = document;
  if (table === 'purchaseDocuments' || table === 'inventoryRegistrations')
    return paidMillionths(row.cents, row.discount);
  return sold.length === 0 ? undefined : meanCost(sold);
}

interface Playing {
  readonly shop: NaiveShop;
  readonly at: At;
  readonly sold: Sold;
}

function playRow(document: NaiveDocument, row: NaiveRow, { shop, at, sold }: Playing): Piece[][] {
  const amount = row.amount * direction(document);
  return stockedOf(shop, document.table, { ...row, amount }).map((part) => {
    const before = sold.get(`${document.creditedID}/${part.productID}`) ?? [];
    const pieces = play({ document, cost: incomingCost(document, row, before), ...part }, at);
    const key = `${document.id}/${part.productID}`;
    if (document.table === 'salesDocuments') sold.set(key, [...(sold.get(key) ?? []), ...pieces]);
    return pieces;
  });
}

/** Stock piece by piece: every one is an object that goes from hand to hand. */
export function naiveLedger(documents: readonly NaiveDocument[], shop: NaiveShop): NaiveLedger {
  const places = new Map<string, NaivePlace>();
  const costs = new Map<string, readonly (readonly Piece[])[]>();
  const sold: Sold = new Map();
  const at: At = (productID, warehouseID) => {
    const key = `${productID}/${warehouseID}`;
    const place = places.get(key) ?? emptyPlace();
    places.set(key, place);
    return place;
  };
  const posted = documents
    .filter((document) => document.isConfirmed && direction(document) !== 0)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.order - b.order));
  for (const document of posted)
    for (const [index, row] of document.rows.entries())
      costs.set(`${document.table}/${document.id}/${index}`, playRow(document, row, { shop, at, sold }));
  return { places, costs };
}

const piecesOf = ({ costs }: NaiveLedger, { table, id }: NaiveDocument, row: number) =>
  costs.get(`${table}/${id}/${row}`) ?? [];

/** What all pieces of a row cost, in millionths. */
export const costOfRow = (ledger: NaiveLedger, document: NaiveDocument, row: number) =>
  piecesOf(ledger, document, row)
    .flat()
    .reduce((sum, { cost }) => sum + cost, 0);

/** What one of a row cost, in millionths, halves up: of a bundle all that goes into one. */
export function costOfUnit(ledger: NaiveLedger, document: NaiveDocument, row: number): number {
  const amount = Math.abs(document.rows[row]?.amount ?? 0);
  if (amount === 0) return 0;
  return Math.floor((2 * costOfRow(ledger, document, row) + amount) / (2 * amount));
}
