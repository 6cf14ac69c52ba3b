import { defineTable } from '../../define-table.ts';
import { reasonCode } from './reason-code.ts';

/** Reasons of documents. No call saves or deletes them. */
export const reasonCodes = defineTable({
  name: 'reasonCodes',
  key: 'reasonID',
  record: reasonCode,
  logged: false,
  timestamps: true,
});
