import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { roundAmount } from '../stock/stock-movement.ts';

/** What is left of points that were earned at once. */
interface Lot {
  readonly id: number;
  readonly left: number;
  readonly createdAt: number;
}

/** What a customer can spend now, the oldest first. */
function lotsOf(account: Account, customerID: number): Lot[] {
  const earned = account.table('earnedRewardPointRecords');
  const now = account.now();
  const lots = earned.find('customerID', customerID).flatMap((id): Lot[] => {
    const { remainingPoints: left = 0, createdUnixTime = 0, expiryUnixTime = 0 } = earned.get(id) ?? {};
    const isOver = expiryUnixTime !== 0 && expiryUnixTime <= now;
    return isOver || left <= 0 ? [] : [{ id, left, createdAt: createdUnixTime }];
  });
  return lots.sort((one, other) => one.createdAt - other.createdAt || one.id - other.id);
}

const sumOf = (lots: readonly Lot[]) => roundAmount(lots.reduce((sum, { left }) => sum + left, 0));

/** Points that a customer can spend now. */
export const pointsOf = (account: Account, customerID: number): number => sumOf(lotsOf(account, customerID));

/** More points than anybody has. The sum of larger ones could be no number. */
const maxPoints = 1e12;

/** 1016: points that are not more than nothing, or more than can be counted. */
export function checkedPoints(points: number): number {
  const rounded = roundAmount(points);
  return rounded > 0 && rounded <= maxPoints ? rounded : refuse(1016, 'points');
}

/** Points that somebody spends, with what is known of it. */
interface Spending extends Row {
  readonly customerID: number;
  readonly points: number;
}

/** Takes points from a customer and writes it down; answers the ID of that. 1042 where there are too few. */
export function spendPoints(account: Account, spending: Spending, user: User): number {
  const { customerID, points, ...facts } = spending;
  const lots = lotsOf(account, customerID);
  if (sumOf(lots) < points) refuse(1042, 'points');
  let due = points;
  for (const { id, left } of lots) {
    if (due <= 0) break;
    const taken = Math.min(due, left);
    due = roundAmount(due - taken);
    const fields = { remainingPoints: roundAmount(left - taken) };
    account.update('earnedRewardPointRecords', { id, fields, user });
  }
  const unset = { issuedCouponID: 0, description: '', createdUnixTime: account.now() };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const fields = { ...unset, ...known, customerID, usedPoints: points };
  return account.insert('usedRewardPointRecords', fields, user);
}
