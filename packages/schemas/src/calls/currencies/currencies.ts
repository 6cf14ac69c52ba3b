import { defineTable } from '../../define-table.ts';
import { currency } from './currency.ts';

/** Currencies of the account. */
export const currencies = defineTable({
  name: 'currencies',
  key: 'currencyID',
  record: currency,
  logged: true,
  timestamps: true,
});
