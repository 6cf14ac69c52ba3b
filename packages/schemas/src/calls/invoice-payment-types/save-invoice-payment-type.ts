import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { classifierNameFields, classifierNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { invoicePaymentTypes } from './invoice-payment-types.ts';

/** Makes a way in which documents are expected to be paid, or edits the one of `invoicePaymentTypeID`. */
export const saveInvoicePaymentType = defineCall({
  name: 'saveInvoicePaymentType',
  docs: 'https://learn-api.erply.com/requests/saveinvoicepaymenttype',
  effect: 'write',
  table: invoicePaymentTypes,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The type to edit, which the read call names `id`; a new one is made when left out. */
    invoicePaymentTypeID: integer.optional(),
    /** Code of ten characters at most (1016); a new one needs it, and no two have the same (1012; all but the length inferred). */
    type: text.optional(),
    /** What people read, in the account's language; a new one needs a name (inferred). */
    name: text.optional(),
    ...classifierNameInputs(),
    /** 1 when it is paid at once. */
    paidImmediately: flag.optional(),
  }),
  createNeeds: [['type'], ['name', ...classifierNameFields]],
  result: {
    one: savedRecord(/** ID of the type; the read call says `id`, inside quotes. */ 'invoicePaymentTypeID'),
  },
  example: { type: 'LEASING', name: 'Leasing', paidImmediately: 0 },
  errors: [1010, 1011, 1012, 1016, 1061, 1062],
  loggable: ['invoicePaymentTypeID', 'paidImmediately'],
  evidence: 'Documented; what a new one needs, and codes, are inferred from savePaymentType.',
});
