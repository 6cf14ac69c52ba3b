import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { checkIDs } from '../../generic/check-ids.ts';
import { checkReferences } from '../../generic/check-references.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { shopDateTime } from '../account/shop-date-time.ts';
import { roundAmount } from '../stock/stock-movement.ts';

type Input = InputOf<typeof calls.saveGiftCard>;

/** Inputs that say that the card was used. */
const redeeming = [
  'redeemingCustomerID',
  'redemptionDateTime',
  'redemptionWarehouseID',
  'redemptionPointOfSaleID',
  'redemptionEmployeeID',
  'redemptionInvoiceID',
] as const;

function idOfCode(account: Account, code: string | undefined): number | undefined {
  if (code === undefined || code === '') return undefined;
  return account.table('giftCards').find('code', code)[0];
}

/** The card that the input means: by its ID, else by its code; `undefined` for a new one. */
function meantCard(account: Account, input: Input): number | undefined {
  const { giftCardID, code } = input;
  const ofCode = idOfCode(account, code);
  if (giftCardID === undefined) return ofCode;
  if (!account.table('giftCards').has(giftCardID)) refuse(1011, 'giftCardID');
  if (ofCode !== undefined && ofCode !== giftCardID) refuse(1012, 'code');
  return giftCardID;
}

/** Records that a card names, and that may go without it. */
const named = {
  purchaseInvoiceID: 'salesDocuments',
  redemptionInvoiceID: 'salesDocuments',
  purchasingCustomerID: 'customers',
  redeemingCustomerID: 'customers',
} as const;

/** The payment that a sale was paid with by gift card, the last of them; 0 for none. */
function giftCardPayment(account: Account, invoiceID: number | undefined): number {
  const payments = account.table('payments');
  const ofSale = invoiceID ? payments.find('documentID', invoiceID) : [];
  return ofSale.findLast((id) => payments.value('type', id) === 'GIFTCARD') ?? 0;
}

interface Use {
  readonly id: number;
  readonly before: Row;
  readonly input: Input;
  readonly user: User;
}

/** Writes down what a card was used for; the amount is what its balance went down by. */
function logUse(account: Account, { id, before, input, user }: Use): void {
  if (redeeming.every((name) => input[name] === undefined)) return;
  const had = Number(before.balance ?? before.value ?? input.value ?? 0);
  const remainingBalance = input.balance ?? had;
  const at = input.redemptionDateTime || account.now();
  const use = {
    giftCardID: id,
    redeemed: roundAmount(had - remainingBalance),
    remainingBalance,
    invoiceID: input.redemptionInvoiceID,
    paymentID: giftCardPayment(account, input.redemptionInvoiceID),
    customerID: input.redeemingCustomerID,
    warehouseID: input.redemptionWarehouseID,
    pointOfSaleID: input.redemptionPointOfSaleID,
    employeeID: input.redemptionEmployeeID,
    dateTime: shopDateTime(account, at),
  };
  account.insert('giftCardRedeemings', use, user);
}

/** Makes a gift card, or changes just what is named of the one that the ID or the code means. */
export const saveGiftCard: Handler<typeof calls.saveGiftCard> = async (context, input) => {
  const { account } = context;
  await account.table('giftCards').index('code');
  await account.table('payments').index('documentID');
  const user = userOf(context);
  const known = meantCard(account, input);
  checkReferences(account, 'giftCards', input);
  checkIDs(account, input, named);
  const { giftCardID: _, ...fields } = input;
  const before = known === undefined ? {} : (account.table('giftCards').get(known) ?? {});
  const id = known ?? account.insert('giftCards', fields, user);
  if (known !== undefined) account.update('giftCards', { id, fields, user });
  logUse(account, { id, before, input, user });
  return { recordsTotal: 1, records: [`{"giftCardID":${id}}`] };
};
