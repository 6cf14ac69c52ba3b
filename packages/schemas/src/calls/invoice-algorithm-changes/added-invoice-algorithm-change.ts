import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';

/** The answer of addInvoiceAlgorithmChange. */
export const addedInvoiceAlgorithmChange = defineRecord(() => ({
  /** 1 when the change was added. */
  isAdded: flag,
}));
