import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { moveStock, stockOf } from '../../entities/stock/stock.ts';
import type { StockMovement } from '../../entities/stock/stock-ledger.ts';
import type { AccountAccess } from '../account-access.ts';
import { wholeNumber } from '../body-fields.ts';
import { bodySchema, checkBody } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { jsonBody } from '../json-body.ts';

/** A movement of stock as a document of the shop would make it. */
export interface NewStockMovement {
  readonly productID: number;
  readonly warehouseID: number;
  /** Negative when stock goes out. */
  readonly amount: number;
  /** Net cost of one. */
  readonly cost?: number;
}

/** Movements of stock. They are never changed or deleted; a second one undoes the first. */
export interface StockControl {
  list(): readonly StockMovement[];
  insert(movement: NewStockMovement): number;
}

/** The largest amount or cost, either way. */
const maxNumber = 1e12;

/** What a new movement needs. */
export const movementBody = lazily(() => {
  const error = `a number of at most ${maxNumber}`;
  const number = z.number({ error }).min(-maxNumber, { error }).max(maxNumber, { error });
  return bodySchema('a stock movement has no', {
    productID: wholeNumber(),
    warehouseID: wholeNumber(),
    amount: number,
    cost: number.optional(),
  });
});

function checkReferences(account: Account, { productID, warehouseID }: NewStockMovement): void {
  for (const [table, id] of [
    ['products', productID],
    ['warehouses', warehouseID],
  ] as const) {
    if (!account.table(table).has(id)) throw new ControlError(404, `${table} has no record ${id}`);
  }
  const type = account.table('products').get(productID)?.type;
  if (type === 'MATRIX' || type === 'BUNDLE') {
    throw new ControlError(400, `product ${productID} is a ${type}, which has no stock of its own`);
  }
}

export function stockControl(access: AccountAccess): StockControl {
  return {
    list: () => stockOf(access.toRead()).ledger.movements,
    insert(movement) {
      const { cost, ...moved } = checkBody(movementBody(), movement);
      checkReferences(access.toRead(), moved);
      return moveStock(access.toAdd(), cost === undefined ? moved : { ...moved, cost });
    },
  };
}

export function stockRoutes(stockMovementsOf: (c: Context) => StockControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(stockMovementsOf(c).list()))
    .post('/', async (c) => {
      const movement = await jsonBody<NewStockMovement>(c);
      return c.json({ id: stockMovementsOf(c).insert(movement) }, 201);
    })
    .all('/*', () => {
      throw new ControlError(
        405,
        'movements are never changed or deleted: post one with the opposite amount',
      );
    });
}
