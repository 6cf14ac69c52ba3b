import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { rows } from '../../wire/numbered.ts';
import { text } from '../../wire/text.ts';
import { savedRecord } from '../saved-record.ts';
import { purchaseDocuments } from './purchase-documents.ts';

/** Changes prices of rows, of a confirmed document too. No row comes, goes or becomes another product's. */
export const updatePurchaseDocumentRows = defineCall({
  name: 'updatePurchaseDocumentRows',
  docs: 'https://learn-api.erply.com/requests/updatepurchasedocumentrows',
  effect: 'write',
  table: purchaseDocuments,
  right: 'edit',
  session: 'required',
  input: () => ({
    /** The document. */
    id: integer,
    /** `stableRowID1`, `price1` and so on, in any order; rows that are not named stay as they are. */
    rows: rows({
      /** Says which row it is. */
      stableRowID: integer,
      /** Net price of one before the discount. */
      price: decimal.optional(),
      /** Code of the product in the supplier's price list; only newer pages list it. */
      supplierPriceListSupplierCode: text.optional(),
      /** Code for the import from that list; only newer pages list it. */
      supplierPriceListImportCode: text.optional(),
      /** Notes of that list; only newer pages list it. */
      supplierPriceListNotes: text.optional(),
    }).optional(),
  }),
  result: { one: savedRecord('invoiceID') },
  example: { id: 1, rows: [{ stableRowID: 1, price: 4.25 }] },
  errors: [1010, 1011, 1014, 1062],
  loggable: ['id'],
  evidence: 'Documented, without its errors: those are inferred.',
});
