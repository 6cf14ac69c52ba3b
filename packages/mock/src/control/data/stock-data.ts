import * as z from 'zod';

import type { Shop } from '@erply-kit/fixtures';
import { lazily } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { moveStock, setStockChangeTime, stockOf } from '../../entities/stock/stock.ts';
import type { ChangeTime } from '../../entities/stock/stock-sums.ts';
import type { FutureValue, SideTable } from '../../own-data/side-table.ts';
import type { Row } from '../../store/row.ts';
import { wholeNumber } from '../body-fields.ts';
import { bodySchema, checkBody } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { movementBody, type NewStockMovement } from './stock-control.ts';

/** A movement as data has it: it may say when it was. */
type DatedMovement = NewStockMovement & { readonly timestamp?: number | undefined };

const unixSeconds = () => {
  const error = 'Unix seconds';
  return z.int({ error }).min(0, { error }).max(1e11, { error });
};

const datedMovement = lazily(() =>
  bodySchema('a stock movement has no', {
    ...movementBody().shape,
    timestamp: unixSeconds().optional(),
  }),
);

const changeTimeBody = lazily(() =>
  bodySchema('the time of a change of stock has no', {
    productID: wholeNumber(),
    warehouseID: wholeNumber(),
    changedAt: unixSeconds(),
  }),
);

const level = () => {
  const error = 'a number from 0 to 1000000000000';
  return z.number({ error }).min(0, { error }).max(1e12, { error }).optional();
};

const levelsBody = lazily(() =>
  bodySchema('stock levels have no', {
    productID: wholeNumber(),
    warehouseID: wholeNumber(),
    reorderPoint: level(),
    restockLevel: level(),
  }),
);

/** Reads a record by a schema. */
const reader = (name: string, schema: () => z.ZodType<object>) => (values: Row) => {
  try {
    return { fields: checkBody(schema(), values, name) as Row };
  } catch (error) {
    if (error instanceof ControlError) return { problem: error.message };
    throw error;
  }
};

const references = ({ productID, warehouseID }: Row) =>
  [
    ['productID', 'products', Number(productID)],
    ['warehouseID', 'warehouses', Number(warehouseID)],
  ] as const;

function refused(_: Account, { productID }: Row, future: FutureValue): string | undefined {
  const type = future('products', Number(productID), 'type');
  return type === 'MATRIX' || type === 'BUNDLE'
    ? `product ${productID} is a ${type}, which has no stock of its own`
    : undefined;
}

/** What the shop opened with. */
function* openingOf({ stock, products, warehouses }: Shop): Iterable<DatedMovement> {
  for (let productID = 1; productID <= products.size; productID += 1) {
    for (let warehouseID = 1; warehouseID <= warehouses.size; warehouseID += 1) {
      const amount = stock.amountInStock(productID, warehouseID);
      const cost = stock.openingCost(productID);
      if (amount !== 0) yield { productID, warehouseID, amount, cost, timestamp: stock.registeredAt };
    }
  }
}

/** What no document stands for; of products and locations that are gone nothing. */
function* movementsOf(account: Account, onlyChanged: boolean): Iterable<Row> {
  const [products, warehouses] = [account.table('products'), account.table('warehouses')];
  const isShown = ({ productID, warehouseID }: NewStockMovement) =>
    products.has(productID) && warehouses.has(warehouseID);
  if (!onlyChanged)
    for (const movement of openingOf(account.shared.shop)) if (isShown(movement)) yield { ...movement };
  const { ledger } = stockOf(account);
  for (const { id: _, ...movement } of onlyChanged ? ledger.ownMovements : ledger.movements)
    if (isShown(movement)) yield movement;
}

/** Movements of stock in data files. They add up: the same file twice is twice the stock. */
export const movementData: SideTable = {
  name: 'stockMovements',
  bytes: 900,
  read: reader('stockMovements', datedMovement),
  identity: () => undefined,
  references,
  refused,
  timeOf: ({ timestamp }) => (typeof timestamp === 'number' ? timestamp : Number.MAX_SAFE_INTEGER),
  write(account, movement) {
    moveStock(account, movement as unknown as NewStockMovement);
    return 'added';
  },
  records: movementsOf,
};

/** When stock last moved: after all movements, because a document that has moved it since may be gone. */
export const changeTimeData: SideTable = {
  name: 'stockChangeTimes',
  bytes: 500,
  read: reader('stockChangeTimes', changeTimeBody),
  identity: ({ productID, warehouseID }) => `product ${productID} in warehouse ${warehouseID}`,
  references,
  refused: () => undefined,
  timeOf: () => Number.MAX_SAFE_INTEGER,
  write(account, fields) {
    setStockChangeTime(account, fields as unknown as ChangeTime);
    return 'changed';
  },
  *records(account, onlyChanged) {
    const [products, warehouses] = [account.table('products'), account.table('warehouses')];
    for (const time of stockOf(account).ledger.changeTimes(onlyChanged))
      if (products.has(time.productID) && warehouses.has(time.warehouseID)) yield { ...time };
  },
};

const levelNames = ['reorderPoint', 'restockLevel'] as const;

function* levelsOf(account: Account, onlyChanged: boolean): Iterable<Row> {
  const { levels } = stockOf(account);
  const [products, warehouses] = [account.table('products'), account.table('warehouses')];
  const shown = (productID: number, warehouseID: number) => ({
    productID,
    warehouseID,
    reorderPoint: levels.get('reorderPoint', productID, warehouseID),
    restockLevel: levels.get('restockLevel', productID, warehouseID),
  });
  const saved = new Set<string>();
  for (const [productID, warehouseID] of levels.saved()) {
    saved.add(`${productID}/${warehouseID}`);
    if (products.has(productID) && warehouses.has(warehouseID)) yield shown(productID, warehouseID);
  }
  if (onlyChanged) return;
  for (const productID of products.ids()) {
    for (const warehouseID of warehouses.ids()) {
      const record = shown(productID, warehouseID);
      const isSet = record.reorderPoint !== 0 || record.restockLevel !== 0;
      if (isSet && !saved.has(`${productID}/${warehouseID}`)) yield record;
    }
  }
}

/** Reorder points and restock levels in data files. */
export const levelData: SideTable = {
  name: 'stockLevels',
  bytes: 1000,
  read: reader('stockLevels', levelsBody),
  identity: ({ productID, warehouseID }) => `product ${productID} in warehouse ${warehouseID}`,
  references,
  refused: () => undefined,
  timeOf: () => undefined,
  write(account, fields) {
    const { productID, warehouseID } = fields;
    for (const name of levelNames) {
      const value = fields[name];
      if (typeof value === 'number')
        stockOf(account).levels.set(name, Number(productID), { [Number(warehouseID)]: value });
    }
    return 'changed';
  },
  records: levelsOf,
};
