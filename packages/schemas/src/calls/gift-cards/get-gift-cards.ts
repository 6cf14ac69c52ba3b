import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { giftCard } from './gift-card.ts';
import { giftCards } from './gift-cards.ts';

/**
 * Gift cards with numbers and what is left on them.
 * @deprecated Erply recommends instead: Point of Sale API.
 */
export const getGiftCards = defineCall({
  name: 'getGiftCards',
  docs: 'https://learn-api.erply.com/requests/getgiftcards',
  effect: 'read',
  table: giftCards,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this card. */
    giftCardID: integer.optional(),
    /** Only the card with exactly this number. */
    code: text.optional(),
    /** Only cards of this sale; gift card extras module. */
    purchaseInvoiceID: integer.optional(),
    /** Only cards sold then or later. */
    purchasedUnixTimeFrom: unixSeconds.optional(),
    /** Only cards sold then or before. */
    purchasedUnixTimeTo: unixSeconds.optional(),
    /** Only cards used last then or later. */
    redeemedUnixTimeFrom: unixSeconds.optional(),
    /** Only cards used last then or before; one that was never used is not among them (inferred). */
    redeemedUnixTimeTo: unixSeconds.optional(),
    /** Only cards sold with this tax rate. */
    vatrateID: integer.optional(),
    /** Only records added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  moduleInputs: { purchaseInvoiceID: { module: 'giftCardExtras', code: 1028 } },
  filters: {
    purchasedUnixTimeFrom: { field: 'purchaseDateTime', by: 'from' },
    purchasedUnixTimeTo: { field: 'purchaseDateTime', by: 'to' },
    redeemedUnixTimeFrom: { field: 'redemptionDateTime', by: 'from' },
    redeemedUnixTimeTo: { field: 'redemptionDateTime', by: 'to' },
  },
  result: { list: giftCard },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [],
  loggable: [
    'giftCardID',
    'purchaseInvoiceID',
    'purchasedUnixTimeFrom',
    'purchasedUnixTimeTo',
    'redeemedUnixTimeFrom',
    'redeemedUnixTimeTo',
    'vatrateID',
    'changedSince',
    'recordsOnPage',
    'pageNo',
  ],
  deprecated: 'Point of Sale API',
  evidence: 'Documented; whether sums come inside quotes is not known.',
});
