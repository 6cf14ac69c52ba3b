import { shopperPassword } from '@erply-kit/fixtures';

import type { Account, StateDefinition } from '../../account/account.ts';
import { hashSecret, isSecret } from '../../account/secret-hash.ts';

/** Hashes by the IDs of customers; `null` for a customer whose password was taken away. */
type Hashes = Map<number, string | null>;

/** About what one takes of the memory. */
const hashBytes = 200;

export const shopperPasswords: StateDefinition<Hashes, readonly (readonly [number, string | null])[]> = {
  name: 'shopperPasswords',
  create: (_, saved) => new Map(saved),
  save: (hashes) => [...hashes],
  bytesOf: ({ size }) => size * hashBytes,
};

/** Sets a customer's password in the web shop; "" takes it away. */
export function setShopperPassword(account: Account, customerID: number, password: string): void {
  const hash = password === '' ? null : hashSecret(password, `customers/${customerID}`);
  account.changes();
  account.state(shopperPasswords).set(customerID, hash);
}

/** Forgets the password of a customer who is gone. */
export function forgetShopperPassword(account: Account, customerID: number): void {
  const hashes = account.state(shopperPasswords);
  if (isOfBase(account, customerID)) hashes.set(customerID, null);
  else hashes.delete(customerID);
}

/** Whether the shop begins with a customer who has a name in the web shop. */
function isOfBase(account: Account, customerID: number): boolean {
  const { base } = account.table('customers');
  return base.has(customerID) && Boolean(base.value('webshopUsername', customerID));
}

/** Whether that is a customer's password. Those whom the shop begins with have all the same. */
export function isShopperPassword(account: Account, customerID: number, password: string): boolean {
  const hash = account.state(shopperPasswords).get(customerID);
  if (hash !== undefined) return hash !== null && isSecret(password, hash);
  return isOfBase(account, customerID) && password === shopperPassword;
}
