import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { refuse } from '../../wire/refusal.ts';

/** The location of a register. 1011: there is no such register. 1064: the user has no access to its location. */
export function locationOfRegister(account: Account, pointOfSaleID: number, user: User): number {
  const register = account.table('pointsOfSale').get(pointOfSaleID) ?? refuse(1011, 'pointOfSaleID');
  const warehouseID = Number(register.warehouseID ?? 0);
  if (user.warehouseIDs !== null && !user.warehouseIDs.includes(warehouseID)) refuse(1064);
  return warehouseID;
}
