import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The gift card that was saved. */
export const savedGiftCard = defineRecord(() => ({
  /** ID of the card. */
  giftCardID: id,
}));
