import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { findDimensionValue } from '../matrix-dimensions/find-dimension-value.ts';

type Part = Row & { readonly order: number };

/** What `dimValueID1` to `dimValueID3` change of a variation's description; 0 takes a dimension away. */
export function variationFields(account: Account, before: Row, valueIDs: readonly unknown[]): Row {
  if (valueIDs.every((id) => id === undefined)) return {};
  const parts = new Map(
    ((before.variationDescription ?? []) as readonly Part[]).map((part) => [part.order, part]),
  );
  for (const [index, id] of valueIDs.entries()) {
    const order = index + 1;
    if (id === undefined) continue;
    parts.delete(order);
    if (id === 0) continue;
    const found = findDimensionValue(account, Number(id));
    if (found === undefined) return refuse(1011, `dimValueID${order}`);
    const { dimension, dimensionID, value } = found;
    parts.set(order, {
      name: dimension.name,
      value: value.name,
      order,
      dimensionID,
      variationID: value.variationID,
    });
  }
  const variationDescription = [...parts.values()].sort((left, right) => left.order - right.order);
  return { variationDescription: variationDescription.length === 0 ? undefined : variationDescription };
}
