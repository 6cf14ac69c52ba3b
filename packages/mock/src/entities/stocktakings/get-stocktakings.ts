import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Filter } from '../../query/filter.ts';
import type { Row } from '../../store/row.ts';
import { dateOfDay, dayOfInstant } from '../stock/stock-movement.ts';

type Input = InputOf<typeof calls.getStocktakings>;

/** Months that are looked back when the request names no first day. */
const defaultMonths = 6;

/** The same day of an earlier month, or its last one where it has no such day. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Those that were begun on some days. */
function begun(account: Account, { creationDateFrom, creationDateTo }: Input): Filter {
  const today = dateOfDay(dayOfInstant(account.now()));
  const from = creationDateFrom ?? monthsBefore(today, defaultMonths);
  const to = creationDateTo ?? today;
  return {
    key: `begun from ${from} to ${to}`,
    matches(row) {
      const day = dateOfDay(dayOfInstant(Number(row.get('added') ?? 0)));
      return day >= from && day <= to;
    },
  };
}

const counts = (warehouseID: number): Filter => ({
  key: `counts ${warehouseID}`,
  matches: (row) => ((row.get('warehouses') ?? []) as readonly number[]).includes(warehouseID),
});

/** The documents that were made from a stocktaking: those that name it. */
function documentsOf(account: Account, { stocktakingID, ...stored }: Row): Row {
  const first = (table: string) => account.table(table).find('stocktakingID', stocktakingID)[0];
  return {
    inventoryRegistrationID: first('inventoryRegistrations') ?? stored.inventoryRegistrationID,
    inventoryWriteOffID: first('inventoryWriteOffs') ?? stored.inventoryWriteOffID,
  };
}

/** Stocktakings, those of the last six months unless days are named. */
export const getStocktakings: Handler<typeof calls.getStocktakings> = (context, input) => {
  const { account } = context;
  const { warehouseID } = input;
  const filters = [begun(account, input), ...(warehouseID === undefined ? [] : [counts(warehouseID)])];
  return listWith(context, input, { filters, addBlocks: (row) => documentsOf(account, row) });
};
