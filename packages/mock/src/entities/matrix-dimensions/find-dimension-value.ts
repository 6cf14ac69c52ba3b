import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';

export interface DimensionValue {
  readonly variationID: number;
  readonly name: string;
  readonly code: string;
  readonly order: number;
}

export const valuesOf = (dimension: Row): readonly DimensionValue[] =>
  (dimension.variations ?? []) as readonly DimensionValue[];

/** The dimension that has a value; values have IDs of their own through all dimensions. */
export function findDimensionValue(account: Account, variationID: number) {
  const table = account.table('matrixDimensions');
  for (const dimensionID of table.ids()) {
    const dimension = table.get(dimensionID) ?? {};
    const value = valuesOf(dimension).find((other) => other.variationID === variationID);
    if (value !== undefined) return { dimensionID, dimension, value };
  }
  return undefined;
}

/** An ID that no value of any dimension has. */
export function nextValueID(account: Account): number {
  const table = account.table('matrixDimensions');
  let last = 0;
  for (const id of table.ids())
    for (const { variationID } of valuesOf(table.get(id) ?? {})) last = Math.max(last, variationID);
  return last + 1;
}
