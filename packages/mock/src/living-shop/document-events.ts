import { calls } from '@erply-kit/schemas';

import { saveInventoryRegistration } from '../entities/inventory-registrations/save-inventory-registration.ts';
import { savePayment } from '../entities/payments/save-payment.ts';
import { savePurchaseDocument } from '../entities/purchase-documents/save-purchase-document.ts';
import { saveSalesDocument } from '../entities/sales-documents/save-sales-document.ts';
import type { Row } from '../store/row.ts';
import { asAssistant } from './shop-assistant.ts';
import type { Goods, ShopFloor } from './shop-floor.ts';

/** A sale that goods may come back from. */
export interface Sale extends Goods {
  readonly documentID: number;
}

/** Sales that goods can come back from. */
const maxRemembered = 200;

const mostSold = 3;
const mostDelivered = 24;
const mostRows = 5;

/** Of four customers one pays by card. */
const cardShare = 4;

/** The register of a location with the lowest ID; 0 where it has none. */
const registerOf = ({ account }: ShopFloor, warehouseID: number): number =>
  account.table('pointsOfSale').find('warehouseID', warehouseID)[0] ?? 0;

const documentOf = ({ account }: ShopFloor, id: number): Row => account.table('salesDocuments').get(id) ?? {};

/** Saves a receipt or what takes one back, and answers its ID: the one that was made last. */
async function saveAtRegister(
  floor: ShopFloor,
  goods: Goods,
  fields: { readonly type: 'CASHINVOICE' | 'CREDITINVOICE'; readonly row: Row; readonly credited?: number },
): Promise<number> {
  const { account } = floor;
  const { productID, warehouseID } = goods;
  const { type, row, credited } = fields;
  const input = {
    ...{ type, warehouseID, pointOfSaleID: registerOf(floor, warehouseID) },
    ...(credited === undefined ? {} : { creditToDocumentID: credited, isCashInvoice: 1 as const }),
    rows: [{ productID, ...row }],
  };
  const answer = await saveSalesDocument(asAssistant(account, calls.saveSalesDocument), input);
  const [saved] = answer.records as readonly string[];
  return Number(JSON.parse(String(saved)).invoiceID);
}

/** What a receipt comes to is paid at once, and given back for what comes back. */
async function pay(floor: ShopFloor, documentID: number, type: 'CASH' | 'CARD'): Promise<void> {
  const { total = 0, clientID = 0 } = documentOf(floor, documentID);
  const [typeID] = floor.account.table('paymentTypes').find('type', type);
  const input = {
    ...{ documentID, customerID: Number(clientID), type, sum: Number(total) },
    ...(typeID === undefined ? {} : { typeID }),
  };
  await savePayment(asAssistant(floor.account, calls.savePayment), input);
}

/** Sells some units, as a register does. */
export async function sell(floor: ShopFloor, sold: Sale[], oversell: boolean): Promise<boolean> {
  const goods = floor.goods(mostSold, oversell);
  if (goods === undefined) return false;
  const { amount } = goods;
  const type = floor.random.below(cardShare) === 0 ? 'CARD' : 'CASH';
  const documentID = await saveAtRegister(floor, goods, { type: 'CASHINVOICE', row: { amount } });
  await pay(floor, documentID, type);
  sold.push({ ...goods, documentID });
  if (sold.length > maxRemembered) sold.shift();
  return true;
}

/** A customer brings back what was sold before, and gets the money. */
export async function takeBack(floor: ShopFloor, sold: Sale[]): Promise<boolean> {
  if (sold.length === 0) return false;
  const [sale] = sold.splice(floor.random.below(sold.length), 1);
  if (sale === undefined || !floor.account.table('products').has(sale.productID)) return false;
  const [{ price, discount, vatrateID }] = (documentOf(floor, sale.documentID).rows ?? [{}]) as [Row];
  const row = { price, discount, vatrateID, amount: -floor.whole(1, sale.amount) };
  const credited = sale.documentID;
  const documentID = await saveAtRegister(floor, sale, { type: 'CREDITINVOICE', row, credited });
  await pay(floor, documentID, 'CASH');
  return true;
}

/** Some products that a delivery brings. */
function deliveredRows(floor: ShopFloor) {
  const products = floor.account.table('products');
  return Array.from({ length: floor.whole(1, mostRows) }, () => floor.stockProduct()).flatMap((productID) => {
    if (productID === undefined) return [];
    const price = Number(products.value('cost', productID) ?? 0);
    return [{ productID, amount: floor.whole(1, mostDelivered), price }];
  });
}

/** A supplier's delivery comes with its invoice; a shop without suppliers registers what it gets. */
export async function receive(floor: ShopFloor): Promise<boolean> {
  const { account } = floor;
  const warehouseID = floor.warehouse();
  const rows = deliveredRows(floor);
  if (warehouseID === undefined || rows.length === 0) return false;
  const supplierIDs = [...account.table('suppliers').ids()];
  const supplierID = supplierIDs[floor.random.below(Math.max(1, supplierIDs.length))];
  if (supplierID === undefined) {
    saveInventoryRegistration(asAssistant(account, calls.saveInventoryRegistration), { warehouseID, rows });
    return true;
  }
  const currencyCode = account.table('confParameters').get(1)?.default_currency ?? 'EUR';
  const input = { warehouseID, supplierID, currencyCode, no: `L${floor.whole(1, 1e9)}`, rows };
  await savePurchaseDocument(asAssistant(account, calls.savePurchaseDocument), input);
  return true;
}
