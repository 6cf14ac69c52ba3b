import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { checkIDs } from '../../generic/check-ids.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { mergedAttributes } from '../../generic/merged-attributes.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { currencyOf } from '../currencies/currency-of.ts';
import { locationOfRegister } from '../points-of-sale/register-of.ts';
import { checkReason } from './check-reason.ts';
import { findDay } from './find-day.ts';

type Input = InputOf<typeof calls.POSCloseDay>;

const purposes = ['EOD_VARIANCE'] as const;

/** 1011: a reason for something else than a variance at the end of a day. */
function checkReasons(account: Account, { reasonID, varianceReasonID = {} }: Input): void {
  checkReason(account, { field: 'reasonID', reasonID, purposes });
  for (const [word, id] of Object.entries(varianceReasonID))
    checkReason(account, { field: `varianceReasonID-${word}`, reasonID: id, purposes });
}

/** The day that is meant; `undefined` where the register was not opened then. */
function meantDay(account: Account, input: Input, currencyCode: string): number | undefined {
  const { dayID = 0, pointOfSaleID, openedUnixTime = 0 } = input;
  if (dayID !== 0) {
    const day = account.table('dayClosings').get(dayID);
    return day?.pointOfSaleID === pointOfSaleID ? dayID : refuse(1011, 'dayID');
  }
  if (openedUnixTime === 0) return refuse(1010, 'openedUnixTime');
  return findDay(account, { pointOfSaleID, openedUnixTime, currencyCode });
}

/** The day that a register is closed for without having been opened. */
function unopened(account: Account, input: Input, user: User): Row {
  const { pointOfSaleID, openedUnixTime } = input;
  const { currencyCode } = currencyOf(account, input.currencyCode);
  const openedByEmployeeID = input.employeeID || user.employeeID;
  const warehouseID = locationOfRegister(account, pointOfSaleID, user);
  return { warehouseID, pointOfSaleID, openedUnixTime, openedByEmployeeID, openedSum: 0, currencyCode };
}

/** What closing leaves in the row of the day; what was counted before and is not named stays. */
function closing(before: Row, input: Input, user: User): Row {
  const { closedUnixTime, closedSum, bankedSum, notes, reasonID, counted, varianceReasonID } = input;
  const merged = (field: string, named: object | undefined) =>
    named === undefined ? {} : { [field]: { ...(before[field] as object | undefined), ...named } };
  return {
    ...{ closedUnixTime, closedSum, bankedSum, closedByEmployeeID: input.employeeID || user.employeeID },
    ...(notes !== undefined && { notes }),
    ...(reasonID !== undefined && { reasonID }),
    ...merged('counted', counted),
    ...merged('varianceReasonID', varianceReasonID),
    ...mergedAttributes(before, { attributes: input.attributes }),
  };
}

/** Closes a day of a register; makes one that was not opened. */
export const POSCloseDay: Handler<typeof calls.POSCloseDay> = (context, input) => {
  const { account } = context;
  const user = userOf(context);
  const { pointOfSaleID } = input;
  locationOfRegister(account, pointOfSaleID, user);
  checkIDs(account, input, { employeeID: 'employees' });
  const known = meantDay(account, input, currencyOf(account, input.currencyCode).currencyCode);
  if (input.closedUnixTime === 0) refuse(1010, 'closedUnixTime');
  checkReasons(account, input);
  const table = account.table('dayClosings');
  const before = (known === undefined ? undefined : table.get(known)) ?? unopened(account, input, user);
  const fields = closing(before, input, user);
  const dayID = known ?? account.insert('dayClosings', { ...before, ...fields }, user);
  if (known !== undefined) account.update('dayClosings', { id: known, fields, user });
  const wasClosed = Boolean(before.closedUnixTime);
  const answer = {
    ...{ dayID, pointOfSaleID, openedUnixTime: before.openedUnixTime, closedUnixTime: input.closedUnixTime },
    ...(known === undefined && { warningDayNotOpen: true }),
    ...(wasClosed && { warningDayAlreadyClosed: true }),
  };
  return { recordsTotal: 1, records: [phpJson(answer)] };
};
