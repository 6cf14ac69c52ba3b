import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { roundAmount } from '../stock/stock-movement.ts';

const percent = 100;

const paidPrice = ({ price, discount }: Row) => Number(price ?? 0) * (1 - Number(discount ?? 0) / percent);

/** What applications have written to a row says that one piece costs more, in the document's currency. */
function extraCost({ jdoc }: Row): number {
  const { extraCosts } = (jdoc ?? {}) as { extraCosts?: { extraCost?: unknown } };
  const cost = Number(extraCosts?.extraCost ?? 0);
  return Number.isFinite(cost) ? cost : 0;
}

const isGoods = ({ productID }: Row) => Number(productID ?? 0) !== 0;

/** What a piece of a row counts when costs are divided. */
function weightIn(account: Account, dividedBy: unknown): (row: Row) => number {
  if (dividedBy === 'PRICE') return paidPrice;
  if (dividedBy === 'AMOUNT') return () => 1;
  const products = account.table('products');
  return ({ productID }) => Number(products.get(Number(productID))?.grossWeight ?? 0);
}

/** The part of the additional costs that one piece of a row bears, in the account's currency. */
function additionalShares(account: Account, document: Row): (row: Row) => number {
  const costs = Number(document.additionalCosts ?? 0);
  if (costs === 0) return () => 0;
  const goods = ((document.rows ?? []) as readonly Row[]).filter(isGoods);
  const sumOf = (weight: (row: Row) => number) =>
    goods.reduce((sum, row) => sum + weight(row) * Math.abs(Number(row.amount ?? 0)), 0);
  const asked = weightIn(account, document.additionalCostsDividedBy);
  const isEmpty = sumOf(asked) === 0;
  const weight = isEmpty ? () => 1 : asked;
  const total = sumOf(weight);
  return (row) => (total === 0 ? 0 : (costs * weight(row)) / total);
}

/** The rows of a document, with what one piece of its goods costs, in the document's currency. An order has no costs. */
export function withUnitCosts(account: Account, document: Row): Row[] {
  const rows = (document.rows ?? []) as readonly Row[];
  const shareOf = additionalShares(account, document);
  const rate = Number(document.currencyRate ?? 1);
  return rows.map(({ unitCost: _, ...row }) =>
    document.type === 'PRCORDER' || !isGoods(row)
      ? row
      : { ...row, unitCost: roundAmount(paidPrice(row) + extraCost(row) + shareOf(row) / rate) },
  );
}
