import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { csvLink } from '../../generic/csv-link.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { firstSecond } from '../../generic/list-filters.ts';
import { readInSlices } from '../../generic/read-in-slices.ts';
import { stockOf } from './stock.ts';
import type { PlaceStock } from './stock-history.ts';
import { dateOfDay, dayOfDate } from './stock-movement.ts';
import { stockPlaces, stockProducts, sumOver } from './stock-selection.ts';
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
  readonly places: readonly number[];
  /** The day that stock is asked for; `undefined` for now. */
  readonly day: number | undefined;
  /** Products that the filters choose, by ID. */
  readonly products: Iterable<number>;
}

function amountColumn({ account, places, day }: Question): Column {
  const { ledger: stock } = stockOf(account);
  const value =
    day === undefined
      ? sumOver(places, (productID, place) => stock.amountInStock(productID, place))
      : sumOver(places, (productID, place) => stock.amountOnDay(productID, place, day));
  return { name: 'amountInStock', value };
}

/** The earliest or latest of a day that each place knows; "" where none does. */
function dateColumn(
  { account, places, day }: Question,
  name: string,
  pick: {
    readonly dayOf: (place: PlaceStock) => number | undefined;
    readonly best: (...days: number[]) => number;
  },
): Column {
  const { ledger: stock } = stockOf(account);
  const value = (productID: number) => {
    if (!stock.hasMoved(productID)) return '';
    const days = places.flatMap((place) => pick.dayOf(stock.place(productID, place, day)) ?? []);
    return days.length === 0 ? '' : dateOfDay(pick.best(...days));
  };
  return { name, value };
}

/** Means over the batches of the one place that they need. */
function meanColumns({ account, places, day }: Question): Column[] {
  const [place = 0] = places;
  const means = (productID: number) => stockOf(account).ledger.means(productID, place, day);
  return [
    { name: 'averagePurchasePrice', value: (productID) => means(productID).price },
    { name: 'averageCost', value: (productID) => means(productID).cost },
  ];
}

function levelColumns({ account, places }: Question): Column[] {
  const [place = 0] = places;
  return (['reorderPoint', 'restockLevel'] as const).map((name) => ({
    name,
    value: (productID) => stockOf(account).levels.get(name, productID, place),
  }));
}

/** The fields that the request asks for, in the order of the record. */
function columnsOf(question: Question, amount: Column): Column[] {
  const { account, input, places } = question;
  const { ledger: stock } = stockOf(account);
  const reserved = sumOver(places, (productID, place) => stock.amountReserved(productID, place));
  const price = suggestedPurchasePrice(account);
  const first = { dayOf: (place: PlaceStock) => place.firstPurchase, best: Math.min };
  const last = { dayOf: (place: PlaceStock) => place.lastPurchase, best: Math.max };
  const sold = { dayOf: (place: PlaceStock) => place.lastSale, best: Math.max };
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
    ...asked(input.getReorderPoints, () => levelColumns(question)),
  ];
}

/** Products of the answer: those with stock, or all that have moved or have a level where that is asked. */
function* answered(question: Question, amount: Column): Generator<number> {
  const { account, input, places, products } = question;
  const { ledger: stock, levels: stockLevels } = stockOf(account);
  const [place = 0] = places;
  const levels = [
    ...(input.getProductsWithReorderPointDefined === 1 ? ['reorderPoint' as const] : []),
    ...(input.getProductsWithRestockLevelDefined === 1 ? ['restockLevel' as const] : []),
  ];
  const { changedSince } = input;
  const since = changedSince === undefined ? undefined : firstSecond(account, changedSince);
  for (const productID of products) {
    if (!levels.every((level) => stockLevels.get(level, productID, place) !== 0)) continue;
    if (since !== undefined && !places.some((id) => stock.changedAt(productID, id) >= since)) continue;
    if (since === undefined && levels.length === 0 && amount.value(productID) === 0) continue;
    yield productID;
  }
}

/** Quantities on hand, with costs, dates and levels where they are asked for. */
export const getProductStock: Handler<typeof calls.getProductStock> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const places = stockPlaces(account, input);
  const day = typeof input.date === 'string' ? dayOfDate(input.date) : undefined;
  const products = await stockProducts(account, input);
  const question: Question = { account, input, places, day, products };
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
