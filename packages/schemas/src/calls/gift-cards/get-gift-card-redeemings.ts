import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { giftCardRedeeming } from './gift-card-redeeming.ts';
import { giftCardRedeemings } from './gift-card-redeemings.ts';

/**
 * Uses of gift cards, oldest first.
 * @deprecated Erply recommends instead: Point of Sale API GET /v1/giftcard/redeem/.
 */
export const getGiftCardRedeemings = defineCall({
  name: 'getGiftCardRedeemings',
  docs: 'https://learn-api.erply.com/requests/getgiftcardredeemings',
  effect: 'read',
  table: giftCardRedeemings,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only uses of this card. */
    giftCardID: integer.optional(),
    /** Only records added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  module: 'giftCardExtras',
  result: { list: giftCardRedeeming },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006],
  loggable: ['giftCardID', 'changedSince', 'recordsOnPage', 'pageNo'],
  deprecated: 'Point of Sale API GET /v1/giftcard/redeem/',
  evidence: 'Documented; whether sums come inside quotes is not known.',
});
