import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';

/** A type of payments, as a payment holds it. */
export interface NamedPaymentType {
  readonly typeID: number;
  readonly type: string;
}

/** The type that payments have when nobody says otherwise. */
const plainType = 'TRANSFER';

/** The type with that code, where the account has it. */
export function typeOfCode(account: Account, code: string): NamedPaymentType | undefined {
  const [typeID] = code === '' ? [] : account.table('paymentTypes').find('type', code);
  return typeID === undefined ? undefined : { typeID, type: code };
}

/** That of payments without a type; an account may have lost it. */
export const defaultType = (account: Account): NamedPaymentType =>
  typeOfCode(account, plainType) ?? { typeID: 0, type: plainType };

/** The type that a save names; `undefined` where it names none. 1016: there is no such code, or its two names differ. */
export function namedType(
  account: Account,
  {
    type: code = '',
    typeID = 0,
  }: { readonly type?: string | undefined; readonly typeID?: number | undefined },
): NamedPaymentType | undefined {
  const ofCode = code === '' ? undefined : (typeOfCode(account, code) ?? refuse(1016, 'type'));
  if (typeID === 0) return ofCode;
  const row = account.table('paymentTypes').get(typeID) ?? refuse(1011, 'typeID');
  if (ofCode !== undefined && ofCode.typeID !== typeID) refuse(1016, 'typeID');
  return { typeID, type: String(row.type ?? '') };
}
