import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { giftCardRedeeming } from './gift-card-redeeming.ts';

/** A use of a gift card, as it is kept: answers do not show the first and the last two fields. */
export const giftCardRedeemingRow = defineRecord(() => ({
  /** Ours: no call shows it. */
  redeemingID: id,
  ...giftCardRedeeming().shape,
  /** When it was written down: what `changedSince` asks for. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
