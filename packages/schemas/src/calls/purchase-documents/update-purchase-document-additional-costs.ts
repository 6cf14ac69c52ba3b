import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { oneOf, text } from '../../wire/text.ts';
import { savedRecord } from '../saved-record.ts';
import { additionalCostShares } from './additional-cost-shares.ts';
import { purchaseDocuments } from './purchase-documents.ts';

/**
 * Says what freight and the like cost, instead of what was said before (inferred): it raises what the goods of the
 * document cost, of a confirmed one too, and leaves its totals alone.
 */
export const updatePurchaseDocumentAdditionalCosts = defineCall({
  name: 'updatePurchaseDocumentAdditionalCosts',
  docs: 'https://learn-api.erply.com/requests/updatepurchasedocumentadditionalcosts',
  effect: 'write',
  table: purchaseDocuments,
  right: 'edit',
  session: 'required',
  input: () => ({
    /** The document. */
    id: integer,
    /** The costs, net. */
    sum: decimal,
    /** Their currency; the account has to have it (1011). */
    currencyCode: text,
    /** Of that currency to the account's. */
    currencyRate: decimal,
    /**
     * How they are divided among the products: by their amounts, by what they cost, or by their gross weight (that it is
     * this weight is inferred). Where all are 0, by their amounts (inferred).
     */
    dividedBy: oneOf(additionalCostShares),
  }),
  result: { one: savedRecord('invoiceID') },
  example: { id: 1, sum: 24, currencyCode: 'EUR', currencyRate: 1, dividedBy: 'AMOUNT' },
  errors: [1010, 1011, 1014, 1016, 1062],
  loggable: ['id', 'sum', 'currencyCode', 'currencyRate', 'dividedBy'],
  evidence: 'Documented, without its errors: those are inferred. WEIGHT is from a release note.',
});
