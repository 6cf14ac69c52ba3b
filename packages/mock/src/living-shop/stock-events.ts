import { calls } from '@erply-kit/schemas';

import { saveInventoryTransfer } from '../entities/inventory-transfers/save-inventory-transfer.ts';
import { saveInventoryWriteOff } from '../entities/inventory-write-offs/save-inventory-write-off.ts';
import { asAssistant } from './shop-assistant.ts';
import type { ShopFloor } from './shop-floor.ts';

const mostMoved = 24;

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
  const goods = floor.goods(mostMoved);
  const warehouseToID = floor.warehouse();
  if (goods === undefined || warehouseToID === undefined || warehouseToID === goods.warehouseID) return false;
  const { warehouseID: warehouseFromID, ...row } = goods;
  const input = { warehouseFromID, warehouseToID, rows: [row] };
  saveInventoryTransfer(asAssistant(floor.account, calls.saveInventoryTransfer), input);
  return true;
}
