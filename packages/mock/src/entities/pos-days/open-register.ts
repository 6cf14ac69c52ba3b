import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { checkIDs } from '../../generic/check-ids.ts';
import { type CallContext, userOf } from '../../generic/handler.ts';
import { mergedAttributes } from '../../generic/merged-attributes.ts';
import type { Row } from '../../store/row.ts';
import type { Answer } from '../../wire/envelope.ts';
import { refuse } from '../../wire/refusal.ts';
import { currencyOf } from '../currencies/currency-of.ts';
import { locationOfRegister } from '../points-of-sale/register-of.ts';
import { findDay, openDayOf } from './find-day.ts';

type Input = InputOf<typeof calls.POSOpenDay>;

const answered = (day: Row): Answer => ({ recordsTotal: 1, records: [phpJson(day)] });

/** Which day is open: that is all that is asked. */
function queryDay(account: Account, input: Input, currencyCode: string): Answer {
  const { pointOfSaleID } = input;
  const dayID = openDayOf(account, { pointOfSaleID, currencyCode });
  const { openedUnixTime = 0 } = dayID === undefined ? {} : (account.table('dayClosings').get(dayID) ?? {});
  return answered({ pointOfSaleID, openedUnixTime, dayID: dayID ?? 0 });
}

/** The drawer that an employee shares; 0 for none. */
const drawerOf = (account: Account, employeeID: number) =>
  Number(account.table('employees').get(employeeID)?.drawerID ?? 0) || 0;

/** Opens a day of a register, or updates the one that was opened at that time; with a drawer where `hasDrawer` says so. */
export function openRegister(context: CallContext, input: Input, hasDrawer: boolean): Answer {
  const { account } = context;
  const user = userOf(context);
  const { pointOfSaleID, openedUnixTime } = input;
  const warehouseID = locationOfRegister(account, pointOfSaleID, user);
  checkIDs(account, input, { employeeID: 'employees' });
  const { currencyCode } = currencyOf(account, input.currencyCode);
  if (input.queryOpenDay === 1) return queryDay(account, input, currencyCode);
  const openedSum = input.openedSum ?? refuse(1010, 'openedSum');
  if (!openedUnixTime) return refuse(1010, 'openedUnixTime');
  const known = findDay(account, { pointOfSaleID, openedUnixTime, currencyCode });
  const before = known === undefined ? {} : (account.table('dayClosings').get(known) ?? {});
  const employeeID = input.employeeID || user.employeeID;
  const fields = {
    ...{ openedSum, openedByEmployeeID: employeeID },
    ...(hasDrawer && { drawerID: drawerOf(account, employeeID) }),
    ...mergedAttributes(before, { attributes: input.attributes }),
  };
  const dayID =
    known ??
    account.insert(
      'dayClosings',
      { warehouseID, pointOfSaleID, openedUnixTime, currencyCode, ...fields },
      user,
    );
  if (known !== undefined) account.update('dayClosings', { id: known, fields, user });
  const warning = known === undefined ? {} : { warningDayAlreadyOpen: true };
  return answered({ pointOfSaleID, openedUnixTime, dayID, ...warning });
}
