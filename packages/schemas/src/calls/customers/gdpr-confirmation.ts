import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';

/** That somebody has confirmed the rules of data protection. */
export const gdprConfirmation = defineRecord(() => ({
  /** The employee. */
  employeeID: id,
  /** When it was. */
  consentTime: unixSeconds,
}));
