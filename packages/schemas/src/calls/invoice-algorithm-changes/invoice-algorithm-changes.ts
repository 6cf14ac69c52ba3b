import { defineRecord } from '../../define-record.ts';
import { defineTable } from '../../define-table.ts';
import { id } from '../../wire/integer.ts';
import { invoiceAlgorithmChange } from './invoice-algorithm-change.ts';

/** A change with an ID, which no call answers: Erply names changes by their day. */
const storedChange = defineRecord(() => ({
  /** ID of the change. */
  changeID: id,
  ...invoiceAlgorithmChange().shape,
}));

/** Planned changes of the way in which sales documents are computed. */
export const invoiceAlgorithmChanges = defineTable({
  name: 'invoiceAlgorithmChanges',
  key: 'changeID',
  record: storedChange,
  logged: false,
  timestamps: false,
});
