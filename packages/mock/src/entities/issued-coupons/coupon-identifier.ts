import type { Account } from '../../account/account.ts';

/** The last digits of a number, with zeros before it where it has fewer. */
const digits = (number: number, count: number) => String(number % 10 ** count).padStart(count, '0');

/** Whether an issued coupon other than `except` has the identifier. */
export function isTaken(account: Account, uniqueIdentifier: string, except?: number): boolean {
  const found = account.table('issuedCoupons').find('uniqueIdentifier', uniqueIdentifier);
  return found.some((id) => id !== except);
}

/**
 * An identifier that no issued coupon has: the register's ID without zeros before it, the rule's ID in 4 digits, a counter
 * of the register in 7 and 4 random ones. The register keeps the counter.
 */
export function nextIdentifier(account: Account, pointOfSaleID: number, couponID: number): string {
  const registers = account.table('pointsOfSale');
  const start = `${pointOfSaleID % 1000}${digits(couponID, 4)}`;
  const random = account.random('issuedCoupons.uniqueIdentifier');
  let lastCouponNo = registers.get(pointOfSaleID)?.lastCouponNo ?? 0;
  let identifier: string;
  // Each turn has a counter of its own, so it ends at the latest when all identifiers that are taken were tried.
  do {
    lastCouponNo += 1;
    identifier = `${start}${digits(lastCouponNo, 7)}${digits(random.below(10_000), 4)}`;
  } while (isTaken(account, identifier));
  account.changes();
  // Nobody edits the register: what it counts does not show in its `lastModified` (inferred).
  if (registers.has(pointOfSaleID)) registers.update(pointOfSaleID, { lastCouponNo });
  return identifier;
}
