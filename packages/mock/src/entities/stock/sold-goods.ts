import type { Row } from '../../store/row.ts';

/** Goods that a row of a sales document is about: its product, or a component of the bundle that it sells. */
export interface SoldGoods {
  /** The row, from 0. */
  readonly row: number;
  readonly productID: number;
  readonly amount: number;
}

const goodsIn = ({ row, productID, amount }: Row): SoldGoods => ({
  row: Number(row),
  productID: Number(productID ?? 0),
  amount: Number(amount ?? 0),
});

/** The goods of a sales document, those that its bundles consisted of among them. */
export function soldGoods({ rows, drawnComponents }: Row): SoldGoods[] {
  const own = ((rows ?? []) as readonly Row[]).map((row, index) => goodsIn({ ...row, row: index }));
  const drawn = ((drawnComponents ?? []) as readonly Row[]).map(goodsIn);
  return [...own, ...drawn].filter(({ productID, amount }) => productID !== 0 && amount !== 0);
}
