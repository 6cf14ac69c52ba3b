import { defineAddresses, defineCustomers, type Lane } from '@erply-kit/sync';

import { limitedTables } from '../tables/all-tables.ts';
import { fieldsOf } from '../tables/limit-rows.ts';
import type { RecordTable } from '../tables/record-table.ts';
import type { ChosenColumns } from './chosen-columns.ts';

const makers = { customers: defineCustomers, addresses: defineAddresses };

const isLimited = (lane: string): lane is keyof typeof limitedTables => Object.hasOwn(limitedTables, lane);

/** The table of a lane whose columns can be chosen. */
export function tableOfLane(lane: string): RecordTable {
  if (isLimited(lane)) return limitedTables[lane];
  throw new TypeError(`the columns of the lane ${lane} cannot be chosen`);
}

/** The lane, asking Erply only for the fields that its table is to hold. */
export function withFewerFields(lane: Lane, columns: ChosenColumns): Lane {
  const { name } = lane;
  const chosen = columns.get(name);
  if (!chosen || !isLimited(name)) return lane;
  return makers[name]({ fields: fieldsOf(limitedTables[name], chosen) });
}
