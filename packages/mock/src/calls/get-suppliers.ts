import type { calls, InputOf } from '@erply-kit/schemas';

import type { Row } from '../account/table.ts';
import { listOf } from './generic-list.ts';
import type { Handler } from './handler.ts';

type Order = NonNullable<InputOf<typeof calls.getSuppliers>['orderBy']>;

const byText = (left: unknown, right: unknown) =>
  String(left ?? '').localeCompare(String(right ?? ''), 'en', { sensitivity: 'base' });

const orders: Readonly<Record<Order, (left: Row, right: Row) => number>> = {
  supplierID: () => 0,
  name: (left, right) => byText(left.fullName, right.fullName),
  group: (left, right) => Number(left.groupID ?? 0) - Number(right.groupID ?? 0),
  lastChanged: (left, right) => Number(left.lastModified ?? 0) - Number(right.lastModified ?? 0),
};

/** Suppliers by name, or as asked; those that are alike by ID. */
export const getSuppliers: Handler<typeof calls.getSuppliers> = (context, input) => {
  const { orderBy = 'name', orderByDir = 'asc' } = input;
  const sign = orderByDir === 'asc' ? 1 : -1;
  const byID = (left: Row, right: Row) => Number(left.supplierID) - Number(right.supplierID);
  const compare = (left: Row, right: Row) => sign * (orders[orderBy](left, right) || byID(left, right));
  return listOf(context, input, { compare });
};
