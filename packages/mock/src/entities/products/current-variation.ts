import type { TableLookup } from '../../store/behaviour.ts';
import type { Row } from '../../store/row.ts';

interface Described {
  readonly dimensionID: number;
  readonly variationID: number;
}

interface Value {
  readonly variationID: number;
  readonly name: string;
}

/** What a variation is, with the names that its dimensions and values have now. */
export function currentVariation(described: unknown, lookup: TableLookup): readonly Row[] {
  const dimensions = lookup('matrixDimensions');
  return (described as readonly Described[]).map((part) => {
    const dimension = dimensions.get(part.dimensionID);
    const values = (dimension?.variations ?? []) as readonly Value[];
    const value = values.find(({ variationID }) => variationID === part.variationID);
    return value === undefined ? { ...part } : { ...part, name: dimension?.name, value: value.name };
  });
}
