import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import { checkIDs } from '../../generic/check-ids.ts';
import { type CallContext, userOf } from '../../generic/handler.ts';
import { mergedAttributes } from '../../generic/merged-attributes.ts';
import type { Row } from '../../store/row.ts';
import type { Answer } from '../../wire/envelope.ts';
import { refuse } from '../../wire/refusal.ts';
import { shopDateTime } from '../account/shop-date-time.ts';
import { currencyOf } from '../currencies/currency-of.ts';
import { locationOfRegister } from '../points-of-sale/register-of.ts';
import { checkReason } from '../pos-days/check-reason.ts';

type Input = InputOf<typeof calls.POSCashIN>;

/** The latest instant that has a year of four digits. */
const lastInstant = 253_402_300_799;

/** What is stored of what was sent; what is not named stays. */
function cashFields(context: CallContext, input: Input, before: Row | undefined): Row {
  const { account } = context;
  const { pointOfSaleID, reasonID, comment, attributes } = input;
  const user = userOf(context);
  const added = input.added || Number(before?.added ?? account.now());
  if (Math.abs(added) > lastInstant) refuse(1014, 'added');
  const isNew = before === undefined;
  return {
    ...{ pointOfSaleID, warehouseID: locationOfRegister(account, pointOfSaleID, user) },
    ...((isNew || input.employeeID) && { employeeID: input.employeeID || user.employeeID }),
    ...((isNew || input.currencyCode !== undefined) && currencyOf(account, input.currencyCode)),
    ...(reasonID !== undefined && { reasonID }),
    ...(comment !== undefined && { comment }),
    ...{ added, dateTime: shopDateTime(account, added) },
    ...mergedAttributes(before ?? {}, { attributes }),
  };
}

/** Writes down cash that comes (`sign` 1) or goes (-1). Both are one kind of record. */
export function saveCash(context: CallContext, input: Input, sign: 1 | -1): Answer {
  const { account } = context;
  const { transactionID = 0, pointOfSaleID, reasonID } = input;
  const table = account.table('cashIns');
  const before =
    transactionID === 0 ? undefined : (table.get(transactionID) ?? refuse(1011, 'transactionID'));
  checkIDs(account, input, { employeeID: 'employees' });
  checkReason(account, { field: 'reasonID', reasonID, purposes: ['CASH_IN', 'CASH_OUT'] });
  const fields = { ...cashFields(context, input, before), sum: sign === 1 ? input.sum : 0 - input.sum };
  const user = userOf(context);
  const id = before === undefined ? account.insert('cashIns', fields, user) : transactionID;
  if (before !== undefined) account.update('cashIns', { id, fields, user });
  const addedUnixTime = Number(table.get(id)?.added ?? 0);
  return { recordsTotal: 1, records: [phpJson({ transactionID: id, pointOfSaleID, addedUnixTime })] };
}
