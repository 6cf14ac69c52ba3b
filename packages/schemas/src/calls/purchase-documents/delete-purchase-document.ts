import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { purchaseDocuments } from './purchase-documents.ts';

/**
 * Deletes a purchase document, a confirmed one too: its goods are out of stock again, and what it was based on waits for
 * them again (inferred). One that others are based on stays (1022, inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deletePurchaseDocument = defineCall({
  name: 'deletePurchaseDocument',
  docs: 'https://learn-api.erply.com/requests/deletepurchasedocument',
  effect: 'delete',
  table: purchaseDocuments,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The document. It is `id` in all other calls. */
    documentID: integer,
  }),
  result: { none: true },
  example: { documentID: 1 },
  errors: [1010, 1011, 1022, 1063, 1204],
  unserved: { errors: [1204] },
  loggable: ['documentID'],
  evidence: 'Documented; that stock and what was ordered go back, and when 1022 comes, is inferred.',
});
