import type { NaiveBooks } from './naive-document.ts';
import { type NaiveAmounts, naivePending, naiveReserved, type Reserving } from './naive-figures.ts';
import { type NaiveLedger, naiveLedger } from './naive-ledger.ts';
import type { NaiveShop } from './naive-shop.ts';

/** What the books mean at one moment. */
export interface NaiveView {
  readonly shop: NaiveShop;
  readonly books: NaiveBooks;
  readonly today: string;
  readonly ledger: NaiveLedger;
  readonly reserved: NaiveAmounts;
  readonly pending: NaiveAmounts;
}

export function viewOf(books: NaiveBooks, reserving: Reserving): NaiveView {
  return {
    ...{ books, shop: reserving.shop, today: reserving.today },
    ledger: naiveLedger(books.documents, reserving.shop),
    reserved: naiveReserved(books, reserving),
    pending: naivePending(books, reserving.shop),
  };
}

/** A read call, and what it has to answer: plain values of the model beside those of the answer. */
export interface Reading {
  readonly request: string;
  readonly fields: Readonly<Record<string, string | number>>;
  /** It answers the link to a file, and `said` takes the lines of that by their columns. */
  readonly isFile?: boolean;
  /** What the records say, in the form of `expected`. */
  said(records: readonly any[]): unknown;
  readonly expected: unknown;
}
