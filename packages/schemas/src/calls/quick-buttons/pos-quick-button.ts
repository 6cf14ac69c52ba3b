import { defineRecord } from '../../define-record.ts';
import { id, integer } from '../../wire/integer.ts';

/** A button on registers, as it is kept. Erply's calls for reading buttons are not public, so this form is ours. */
export const posQuickButton = defineRecord(() => ({
  /** ID of the position in the list; a list is in the order of these. */
  quickButtonID: id,
  /** The location whose own list it is in; 0 in the list of the whole account. */
  warehouseID: integer,
  /** The product; 0 when it is a service. */
  productID: integer,
  /** The service; 0 when it is a product. */
  serviceID: integer,
}));
