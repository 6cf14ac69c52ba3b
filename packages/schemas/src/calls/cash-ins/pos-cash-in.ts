import { defineCall } from '../../define-call.ts';
import { cashInputs } from './cash-inputs.ts';
import { cashIns } from './cash-ins.ts';
import { savedCash } from './saved-cash.ts';

/** Writes down that cash was put into a register; getCashIns shows it. */
export const POSCashIN = defineCall({
  name: 'POSCashIN',
  docs: 'https://learn-api.erply.com/requests/poscashin',
  effect: 'write',
  table: cashIns,
  right: 'save',
  session: 'required',
  input: () => ({ ...cashInputs() }),
  result: { one: savedCash },
  example: { pointOfSaleID: 1, sum: 50, comment: 'Change' },
  errors: [1010, 1011, 1014, 1061, 1062, 1064],
  loggable: ['transactionID', 'pointOfSaleID', 'employeeID', 'sum', 'currencyCode', 'reasonID', 'added'],
  evidence: 'Documented; 1061, 1062 and what a reason for something else is refused with is inferred.',
});
