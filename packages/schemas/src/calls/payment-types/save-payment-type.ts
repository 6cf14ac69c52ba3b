import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { classifierNameFields, classifierNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { paymentTypes } from './payment-types.ts';

/** Makes a way to pay, or edits the one of `paymentTypeID`. */
export const savePaymentType = defineCall({
  name: 'savePaymentType',
  docs: 'https://learn-api.erply.com/requests/savepaymenttype',
  effect: 'write',
  table: paymentTypes,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The payment type to edit, which the read call names `id`; a new one is made when left out. */
    paymentTypeID: integer.optional(),
    /** Code of ten characters at most (1016); a new one needs it, and no two have the same (1012; all inferred). */
    type: text.optional(),
    /** What people read, in the account's language; a new one needs a name (inferred). */
    name: text.optional(),
    ...classifierNameInputs(),
    /** What receipts call it, in the account's language. */
    print_name: text.optional(),
    /** The same in Estonian; no call reads back other languages than the account's own, here and below. */
    print_nameEST: text.optional(),
    /** The same in English. */
    print_nameENG: text.optional(),
    /** The same in Latvian. */
    print_nameLAT: text.optional(),
    /** The same in Russian. */
    print_nameRUS: text.optional(),
    /** The same in Finnish. */
    print_nameFIN: text.optional(),
    /** Account in QuickBooks. */
    quickBooksDebitAccount: text.optional(),
  }),
  createNeeds: [['type'], ['name', ...classifierNameFields]],
  result: {
    one: savedRecord(/** ID of the payment type; the read call says `id`, inside quotes. */ 'paymentTypeID'),
  },
  example: { type: 'VOUCHER', name: 'Voucher', print_name: 'Voucher' },
  errors: [1010, 1011, 1012, 1061, 1062],
  loggable: ['paymentTypeID'],
  evidence: 'Documented; what a new one needs, and what 1012 stands for, is inferred.',
});
