import { calls } from '@erply-kit/schemas';

import { saveInventoryRegistration } from '../entities/inventory-registrations/save-inventory-registration.ts';
import { saveInventoryTransfer } from '../entities/inventory-transfers/save-inventory-transfer.ts';
import { saveInventoryWriteOff } from '../entities/inventory-write-offs/save-inventory-write-off.ts';
import { moveStock } from '../entities/stock/stock.ts';
import { asAssistant } from './shop-assistant.ts';
import type { Goods, ShopFloor } from './shop-floor.ts';

/** Sales that goods can come back from. */
const maxRemembered = 200;

const mostSold = 3;
const mostDelivered = 24;
const mostRows = 5;

/** Sells some units, as a register does: without a document, since the fake has no sales documents yet. */
export function sell(floor: ShopFloor, sold: Goods[], oversell: boolean): boolean {
  const goods = floor.goods(mostSold, oversell);
  if (goods === undefined) return false;
  moveStock(floor.account, { ...goods, amount: -goods.amount });
  sold.push(goods);
  if (sold.length > maxRemembered) sold.shift();
  return true;
}

/** A customer brings back what was sold before. */
export function takeBack(floor: ShopFloor, sold: Goods[]): boolean {
  if (sold.length === 0) return false;
  const [goods] = sold.splice(floor.random.below(sold.length), 1);
  if (goods === undefined || !floor.account.table('products').has(goods.productID)) return false;
  moveStock(floor.account, { ...goods, amount: floor.whole(1, goods.amount) });
  return true;
}

/** A supplier's delivery is registered. */
export function receive(floor: ShopFloor): boolean {
  const { account } = floor;
  const warehouseID = floor.warehouse();
  const products = account.table('products');
  const rows = Array.from({ length: floor.whole(1, mostRows) }, () => floor.stockProduct()).flatMap(
    (productID) => {
      if (productID === undefined) return [];
      const price = Number(products.value('cost', productID) ?? 0);
      return [{ productID, amount: floor.whole(1, mostDelivered), price }];
    },
  );
  if (warehouseID === undefined || rows.length === 0) return false;
  saveInventoryRegistration(asAssistant(account, calls.saveInventoryRegistration), { warehouseID, rows });
  return true;
}

/** Something is broken, and written off. */
export function writeOff(floor: ShopFloor): boolean {
  const { account } = floor;
  const [reasonID] = account.table('reasonCodes').find('purpose', 'WRITEOFF');
  const goods = floor.goods(1);
  if (goods === undefined || reasonID === undefined) return false;
  const { warehouseID, ...row } = goods;
  saveInventoryWriteOff(asAssistant(account, calls.saveInventoryWriteOff), {
    warehouseID,
    reasonID,
    rows: [row],
  });
  return true;
}

/** Goods go from one location to another. */
export function transfer(floor: ShopFloor): boolean {
  const goods = floor.goods(mostDelivered);
  const warehouseToID = floor.warehouse();
  if (goods === undefined || warehouseToID === undefined || warehouseToID === goods.warehouseID) return false;
  const { warehouseID: warehouseFromID, ...row } = goods;
  const input = { warehouseFromID, warehouseToID, rows: [row] };
  saveInventoryTransfer(asAssistant(floor.account, calls.saveInventoryTransfer), input);
  return true;
}
