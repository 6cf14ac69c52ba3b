import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { csvLink } from '../../generic/csv-link.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { firstSecond } from '../../generic/list-filters.ts';
import { readInSlices } from '../../generic/read-in-slices.ts';
import { stockOf } from './stock.ts';
import type { WarehouseStock } from './stock-history.ts';
import { dateOfDay, dayOfDate } from './stock-movement.ts';
import { stockProducts, stockWarehouses, sumOver } from './stock-selection.ts';
import { suggestedPurchasePrice } from './suggested-purchase-price.ts';

type Input = InputOf<typeof calls.getProductStock>;

/** A field of the answer. */
interface Column {
  readonly name: string;
  readonly value: (productID: number) => number | string;
}

interface Question {
  readonly account: Account;
  readonly input: Input;
  readonly warehouseIDs: readonly number[];
  /** The day that stock is asked for; `undefined` for now. */
  readonly day: number | undefined;
  /** Products that the filters choose, by ID. */
  readonly products: Iterable<number>;
}

function amountColumn({ account, warehouseIDs, day }: Question): Column {
  const { ledger: stock } = stockOf(account);
  const value =
    day === undefined
      ? sumOver(warehouseIDs, (productID, warehouseID) => stock.amountInStock(productID, warehouseID))
      : sumOver(warehouseIDs, (productID, warehouseID) => stock.amountOnDay(productID, warehouseID, day));
  return { name: 'amountInStock', value };
}

/** The earliest or latest of a day that each warehouse knows; "" where none does. */
function dateColumn(
  { account, warehouseIDs, day }: Question,
  name: string,
  pick: {
    readonly dayOf: (held: WarehouseStock) => number | undefined;
    readonly best: (...days: number[]) => number;
    /** The opening has such a day too. */
    readonly isOpened?: true;
  },
): Column {
  const { ledger: stock } = stockOf(account);
  const value = (productID: number) => {
    if (pick.isOpened === undefined && !stock.hasMoved(productID)) return '';
    const days = warehouseIDs.flatMap(
      (warehouseID) => pick.dayOf(stock.warehouseStock(productID, warehouseID, day)) ?? [],
    );
    return days.length === 0 ? '' : dateOfDay(pick.best(...days));
  };
  return { name, value };
}

/** Means over the batches of the one warehouse that they need. */
function meanColumns({ account, warehouseIDs, day }: Question): Column[] {
  const [warehouseID = 0] = warehouseIDs;
  const means = (productID: number) => stockOf(account).ledger.means(productID, warehouseID, day);
  return [
    { name: 'averagePurchasePrice', value: (productID) => means(productID).price },
    { name: 'averageCost', value: (productID) => means(productID).cost },
  ];
}

function levelColumns({ account, warehouseIDs }: Question): Column[] {
  const [warehouseID = 0] = warehouseIDs;
  return (['reorderPoint', 'restockLevel'] as const).map((name) => ({
    name,
    value: (productID) => stockOf(account).levels.get(name, productID, warehouseID),
  }));
}

/** The fields that the request asks for, in the order of the record. */
function columnsOf(question: Question, amount: Column): Column[] {
  const { account, input, warehouseIDs } = question;
  const { ledger: stock } = stockOf(account);
  const reserved = sumOver(warehouseIDs, (productID, warehouseID) =>
    stock.amountReserved(productID, warehouseID),
  );
  const price = suggestedPurchasePrice(account);
  const first = { dayOf: (held: WarehouseStock) => held.firstPurchase, best: Math.min };
  const last = { dayOf: (held: WarehouseStock) => held.lastPurchase, best: Math.max };
  const sold = { dayOf: (held: WarehouseStock) => held.lastSale, best: Math.max };
  const came = { dayOf: (held: WarehouseStock) => held.lastIn, best: Math.max, isOpened: true } as const;
  const left = { dayOf: (held: WarehouseStock) => held.lastOut, best: Math.max, isOpened: true } as const;
  const asked = (flag: 0 | 1 | undefined, columns: () => readonly Column[]) => (flag === 1 ? columns() : []);
  return [
    { name: 'productID', value: (productID) => productID },
    amount,
    ...asked(input.getAmountReserved, () => [{ name: 'amountReserved', value: reserved }]),
    ...asked(input.getSuggestedPurchasePrice, () => [{ name: 'suggestedPurchasePrice', value: price }]),
    ...asked(input.getAveragePrices, () => meanColumns(question)),
    ...asked(input.getFirstPurchaseDate, () => [dateColumn(question, 'firstPurchaseDate', first)]),
    ...asked(input.getLastPurchaseDate, () => [dateColumn(question, 'lastPurchaseDate', last)]),
    ...asked(input.getLastSoldDate, () => [dateColumn(question, 'lastSoldDate', sold)]),
    ...asked(input.getLastInventoryInTransactionDate, () => [
      dateColumn(question, 'lastInventoryInTransactionDate', came),
    ]),
    ...asked(input.getLastInventoryOutTransactionDate, () => [
      dateColumn(question, 'lastInventoryOutTransactionDate', left),
    ]),
    ...asked(input.getReorderPoints, () => levelColumns(question)),
  ];
}

/** Products of the answer: those with stock, or all that have moved or have a level where that is asked. */
function* answered(question: Question, amount: Column): Generator<number> {
  const { account, input, warehouseIDs, products } = question;
  const { ledger: stock, levels: stockLevels } = stockOf(account);
  const [warehouseID = 0] = warehouseIDs;
  const levels = [
    ...(input.getProductsWithReorderPointDefined === 1 ? ['reorderPoint' as const] : []),
    ...(input.getProductsWithRestockLevelDefined === 1 ? ['restockLevel' as const] : []),
  ];
  const { changedSince } = input;
  const since = changedSince === undefined ? undefined : firstSecond(account, changedSince);
  for (const productID of products) {
    if (!levels.every((level) => stockLevels.get(level, productID, warehouseID) !== 0)) continue;
    if (since !== undefined && !warehouseIDs.some((id) => stock.changedAt(productID, id) >= since)) continue;
    if (since === undefined && levels.length === 0 && amount.value(productID) === 0) continue;
    yield productID;
  }
}

/** Quantities on hand, with costs, dates and levels where they are asked for. */
export const getProductStock: Handler<typeof calls.getProductStock> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const warehouseIDs = stockWarehouses(account, input);
  const day = typeof input.date === 'string' ? dayOfDate(input.date) : undefined;
  const products = await stockProducts(account, input);
  const question: Question = { account, input, warehouseIDs, day, products };
  const amount = amountColumn(question);
  const columns = columnsOf(question, amount);
  if (context.wantsCsv) return csvLink(context, columns, answered(question, amount));
  const records: string[] = [];
  await readInSlices(account, answered(question, amount), (productID) => {
    const fields = columns.map(({ name, value }) => `"${name}":${phpJson(value(productID))}`);
    records.push(`{${fields.join()}}`);
  });
  return { recordsTotal: records.length, records };
};
