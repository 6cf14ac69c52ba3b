import type { Account } from '../account/account.ts';
import { moveStock, stockOf } from '../entities/stock/stock.ts';
import type { StockMovement } from '../entities/stock/stock-ledger.ts';
import type { AccountAccess } from './account-access.ts';
import { ControlError } from './control-error.ts';

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

const known = ['productID', 'warehouseID', 'amount', 'cost'];

/** The largest amount or cost, either way. */
const maxNumber = 1e12;

const isPlausible = (value: unknown) => typeof value === 'number' && Math.abs(value) <= maxNumber;

function check(account: Account, movement: NewStockMovement): void {
  const { productID, warehouseID, amount, cost } = movement;
  const unknown = Object.keys(movement).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new ControlError(
      400,
      `a stock movement has no "${unknown.slice(0, 64)}", only ${known.join(', ')}`,
    );
  }
  for (const [name, table, id] of [
    ['productID', 'products', productID],
    ['warehouseID', 'warehouses', warehouseID],
  ] as const) {
    if (!Number.isInteger(id)) throw new ControlError(400, `${name} needs a whole number`);
    if (!account.table(table).has(id)) throw new ControlError(404, `${table} has no record ${id}`);
  }
  const type = account.table('products').get(productID)?.type;
  if (type === 'MATRIX' || type === 'BUNDLE') {
    throw new ControlError(400, `product ${productID} is a ${type}, which has no stock of its own`);
  }
  if (!isPlausible(amount)) throw new ControlError(400, `amount needs a number of at most ${maxNumber}`);
  if (cost !== undefined && !isPlausible(cost))
    throw new ControlError(400, `cost needs a number of at most ${maxNumber}`);
}

export function stockControl(access: AccountAccess): StockControl {
  return {
    list: () => stockOf(access.toRead()).ledger.movements,
    insert(movement) {
      check(access.toRead(), movement);
      const { productID, warehouseID, amount, cost } = movement;
      const moved = { productID, warehouseID, amount, ...(cost === undefined ? {} : { cost }) };
      return moveStock(access.toAdd(), moved);
    },
  };
}
