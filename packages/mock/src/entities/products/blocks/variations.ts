import type { Account } from '../../../account/account.ts';
import type { Row } from '../../../store/row.ts';

/** A value of a dimension, by its ID. */
function valuesByID(account: Account): ReadonlyMap<unknown, Row> {
  const table = account.table('matrixDimensions');
  const values = [...table.ids()].flatMap((id) => table.get(id)?.variations ?? []);
  return new Map(values.map((value) => [value.variationID, value]));
}

/** The variations of a product, where it is a matrix product (getMatrixVariations). */
export function variationsBlock(account: Account, language?: string): (record: Row) => Row {
  const records = account.records('products');
  const values = valuesByID(account);
  const variationOf = (productID: number): Row[] => {
    const variation = records.record(productID, language);
    if (variation === undefined) return [];
    const { name, code, code2 } = variation;
    const described = (variation.variationDescription ?? []) as readonly Row[];
    const dimensions = described.map(({ variationID, ...dimension }) => {
      const value = values.get(variationID);
      return { ...dimension, code: value?.code, order: value?.order, dimensionValueID: variationID };
    });
    return [{ productID, name, code, code2, dimensions }];
  };
  return ({ type, productVariations = [] }) =>
    type === 'MATRIX' ? { variationList: (productVariations as readonly number[]).flatMap(variationOf) } : {};
}
