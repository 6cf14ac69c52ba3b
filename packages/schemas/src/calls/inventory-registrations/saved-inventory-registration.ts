import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The registration that was saved. */
export const savedInventoryRegistration = defineRecord(() => ({
  /** ID of the registration. */
  inventoryRegistrationID: id,
}));
