import type { calls, InputOf } from '@erply-kit/schemas';
import { type TotalsOptions, totalsMethod } from '@erply-kit/schemas/totals';

import type { Account } from '../../account/account.ts';
import { checkIDs } from '../../generic/check-ids.ts';
import { refuse } from '../../wire/refusal.ts';
import { shopTime } from '../account/shop-time.ts';
import { documentTotalsOptions } from '../invoice-algorithm-changes/document-totals-options.ts';

export type CartInput = InputOf<typeof calls.calculateShoppingCart>;

/** Sums that people speak of, as what a promotion takes off, are with tax: everywhere but where prices are net. */
export function speaksGross(account: Account): boolean {
  const country = String(account.table('confParameters').get(1)?.country ?? '');
  return totalsMethod({ country, type: 'CASHINVOICE' }) === 'PriceWithTax';
}

/** Where, when, for whom and how a cart is priced. */
export interface CartSetting {
  readonly account: Account;
  readonly input: CartInput;
  readonly warehouseID: number;
  /** 0 for none. */
  readonly pointOfSaleID: number;
  /** 0 for none. */
  readonly customerID: number;
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly totals: TotalsOptions;
  /** Whether sums that people speak of are with tax. */
  readonly speaksGross: boolean;
}

const named = {
  documentID: 'salesDocuments',
  warehouseID: 'warehouses',
  pointOfSaleID: 'pointsOfSale',
  pricelistID: 'priceLists',
  customerID: 'customers',
} as const;

/** The location that was named, or that of the register, or the first one. 1013: the register is somewhere else. */
function warehouseOf(account: Account, { warehouseID = 0, pointOfSaleID = 0 }: CartInput): number {
  const ofRegister = account.table('pointsOfSale').get(pointOfSaleID)?.warehouseID ?? 0;
  if (warehouseID !== 0 && ofRegister !== 0 && warehouseID !== ofRegister) refuse(1013, 'pointOfSaleID');
  return warehouseID || ofRegister || Math.min(...account.table('warehouses').ids());
}

function checkRows(account: Account, { rows = [] }: CartInput): void {
  if (rows.length === 0) refuse(1010, 'productID1');
  const products = account.table('products');
  for (const [index, { productID }] of rows.entries())
    if (!products.has(productID)) refuse(1011, `productID${index + 1}`);
}

/** 1010, 1011 or 1013: the cart names what there is not, or what does not go together. */
export function cartSetting(account: Account, input: CartInput): CartSetting {
  checkIDs(account, input, named);
  const campaigns = account.table('campaigns');
  if (input.manualPromotionIDs?.some((id) => !campaigns.has(id))) refuse(1011, 'manualPromotionIDs');
  const warehouseID = warehouseOf(account, input);
  checkRows(account, input);
  const { type = 'CASHINVOICE', date, pointOfSaleID = 0, customerID = 0 } = input;
  const day = date ?? shopTime(account).date;
  return {
    ...{ account, input, warehouseID, pointOfSaleID, customerID, day },
    totals: documentTotalsOptions(account, { type, date: day }),
    speaksGross: speaksGross(account),
  };
}
