import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { checkReferences } from '../../generic/check-references.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
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
  const table = account.table('giftCards');
  for (const id of table.ids()) if (table.get(id)?.code === code) return id;
  return undefined;
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
    customerID: input.redeemingCustomerID,
    warehouseID: input.redemptionWarehouseID,
    pointOfSaleID: input.redemptionPointOfSaleID,
    employeeID: input.redemptionEmployeeID,
    dateTime: new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' '),
  };
  account.insert('giftCardRedeemings', use, user);
}

/** Makes a gift card, or changes just what is named of the one that the ID or the code means. */
export const saveGiftCard: Handler<typeof calls.saveGiftCard> = (context, input) => {
  const { account } = context;
  const user = userOf(context);
  const known = meantCard(account, input);
  checkReferences(account, 'giftCards', input);
  const { giftCardID: _, ...fields } = input;
  const before = known === undefined ? {} : (account.table('giftCards').get(known) ?? {});
  const id = known ?? account.insert('giftCards', fields, user);
  if (known !== undefined) account.update('giftCards', { id, fields, user });
  logUse(account, { id, before, input, user });
  return { recordsTotal: 1, records: [`{"giftCardID":${id}}`] };
};
