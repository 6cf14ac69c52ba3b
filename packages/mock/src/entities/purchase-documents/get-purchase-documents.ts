import { type calls, type InputOf, phpRound } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import { oneOfNumbers } from '../../query/filters.ts';
import type { Row } from '../../store/row.ts';
import { stockOf } from '../stock/stock.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { purchaseOrdersOf } from './purchase-book.ts';
import { baseIDsOf } from './purchase-orders.ts';

/** Decimals of what rows and documents cost: those of Erply's database (inferred). */
const costDecimals = 4;

type Input = InputOf<typeof calls.getPurchaseDocuments>;

/** Documents as others refer to them; those that do not exist any more are left out. */
function references(account: Account, ids: readonly number[]): Row[] {
  const table = account.table('purchaseDocuments');
  return ids.flatMap((id) => {
    const document = table.get(id);
    if (document === undefined) return [];
    const { number, regnumber, type, date } = document;
    return [{ id, number, regnumber, type, date }];
  });
}

/** What one piece of each row cost, in the document's currency: of what went back, by the batches that it came from. */
function unitCosts(account: Account, document: Row): (row: Row, index: number) => number | undefined {
  if (document.type === 'PRCORDER') return () => undefined;
  const moved = stockOf(account).ledger.costsOf({ table: 'purchaseDocuments', id: Number(document.id) });
  const rate = Number(document.currencyRate ?? 1);
  return (row, index) => {
    if (!row.productID) return undefined;
    const cost = moved.get(index);
    const isBack = Number(row.amount ?? 0) < 0;
    return isBack && cost !== undefined ? roundAmount(cost / rate) : Number(row.unitCost ?? row.price ?? 0);
  };
}

/** The rows of a document with their costs, and what they add up to. */
function costBlocks(account: Account, document: Row): { readonly rows: Row[]; readonly cost: number } {
  const costOf = unitCosts(account, document);
  let cost = 0;
  const rows = ((document.rows ?? []) as readonly Row[]).map((row, index) => {
    const unitCost = costOf(row, index);
    if (unitCost === undefined) return row;
    const costTotal = phpRound(unitCost * Number(row.amount ?? 0), costDecimals);
    cost = phpRound(cost + costTotal, costDecimals);
    return { ...row, unitCost, costTotal };
  });
  return { rows, cost };
}

/** Rows without what only comes with costs. */
const plainRows = (document: Row) =>
  ((document.rows ?? []) as readonly Row[]).map(({ unitCost: _, ...row }) => row);

function blocksOf(account: Account, input: Input): (document: Row, total: number) => Row {
  const orders = purchaseOrdersOf(account);
  const isNamed = input.id !== undefined || Boolean(input.number) || input.getRowsForAllInvoices === 1;
  return (document, total) => {
    const showsRows = isNamed || total === 1;
    const costs = input.getCost === 1 ? costBlocks(account, document) : undefined;
    return {
      baseDocuments: references(account, baseIDsOf(document)),
      baseToDocuments: references(account, orders.followUpsOf(Number(document.id))),
      ...(costs === undefined || document.type === 'PRCORDER' ? {} : { cost: costs.cost }),
      ...(showsRows ? { rows: costs?.rows ?? plainRows(document) } : {}),
    };
  };
}

/** Purchase documents, with their rows where those are shown. */
export const getPurchaseDocuments: Handler<typeof calls.getPurchaseDocuments> = (context, input) => {
  const { account } = context;
  const { reasonID, ...others } = input;
  const { base } = account.finder('purchaseDocuments');
  const filters = reasonID === undefined ? [] : [oneOfNumbers(base, 'reasonID', [reasonID])];
  return listWith(context, others, { filters, addBlocks: blocksOf(account, input) });
};
