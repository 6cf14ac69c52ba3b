import { phpRound } from '@erply-kit/schemas';

import { stockOf } from '../entities/stock/stock.ts';
import { dateOfDay, dayOfInstant } from '../entities/stock/stock-movement.ts';
import type { Row } from '../store/row.ts';
import { shopAssistant } from './shop-assistant.ts';
import type { ShopFloor } from './shop-floor.ts';

function update(floor: ShopFloor, id: number, fields: Row): boolean {
  floor.account.update('products', { id, fields, user: shopAssistant });
  return true;
}

const priceOf = (floor: ShopFloor, id: number) =>
  Number(floor.account.table('products').value('price', id) ?? 0);

/** A price goes up or down by some percent. */
export function changePrice(floor: ShopFloor): boolean {
  const id = floor.product((candidate) => floor.isForSale(candidate) && priceOf(floor, candidate) > 0);
  if (id === undefined) return false;
  const before = priceOf(floor, id);
  const changed = phpRound((before * floor.whole(80, 125)) / 100, 2);
  return update(floor, id, { price: changed === before || changed === 0 ? before + 0.01 : changed });
}

/** Somebody writes something on a card. */
export function edit(floor: ShopFloor): boolean {
  const id = floor.product(() => true);
  if (id === undefined) return false;
  const today = dateOfDay(dayOfInstant(floor.account.now()));
  return update(floor, id, { description: `Checked on ${today}, ${floor.whole(1, 1e6)}.` });
}

/** A new product, like another one; the first of a shop is like none. */
export function add(floor: ShopFloor): boolean {
  const { account } = floor;
  const products = account.table('products');
  const likeID = floor.product((id) => (products.value('type', id) ?? 'PRODUCT') === 'PRODUCT');
  const like: Row = (likeID === undefined ? undefined : products.get(likeID)) ?? { groupID: 1, price: 10 };
  const { groupID, brandID, supplierID, categoryID, unitID, vatrateID, price, cost } = like;
  const number = floor.whole(1, 1e9);
  const name = `${String(like.name ?? 'Product').slice(0, 100)}, new ${number}`;
  const fields = { groupID, brandID, supplierID, categoryID, unitID, vatrateID, price, cost };
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  floor.addedIDs.push(
    account.insert('products', { name, code: `N${number}`, ...Object.fromEntries(set) }, shopAssistant),
  );
  return true;
}

/** A product is not sold any more. */
export function archive(floor: ShopFloor): boolean {
  const id = floor.product((candidate) => floor.isForSale(candidate));
  return id !== undefined && update(floor, id, { status: 'ARCHIVED' });
}

/** A product is deleted, as Erply lets one: it stands in no document. */
export function remove(floor: ShopFloor): boolean {
  const { account } = floor;
  const { ledger } = stockOf(account);
  const products = account.table('products');
  const id = floor.product(
    (candidate) =>
      (products.value('type', candidate) ?? 'PRODUCT') === 'PRODUCT' && !ledger.hasTransactions(candidate),
  );
  if (id === undefined) return false;
  account.remove('products', id, shopAssistant);
  return true;
}
