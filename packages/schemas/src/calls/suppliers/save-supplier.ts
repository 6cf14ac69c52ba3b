import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { savedSupplier } from './saved-supplier.ts';
import { suppliers } from './suppliers.ts';

/**
 * Makes a supplier, or edits the one of `supplierID`. One with a company's name is a company, else it is a person.
 * Products show the new name at once; addresses are saved by saveAddress.
 * @deprecated Erply recommends instead: PIM API POST /v1/supplier.
 */
export const saveSupplier = defineCall({
  name: 'saveSupplier',
  docs: 'https://learn-api.erply.com/requests/savesupplier',
  effect: 'write',
  table: suppliers,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The supplier to edit; a new one is made when left out. */
    supplierID: integer.optional(),
    /** The supplier group; the first one when left out. An edit refuses 0. */
    groupID: integer.optional(),
    /** The employee who looks after it. */
    supplierManagerID: integer.optional(),
    /** Name of a company. A new supplier needs this, `lastName` or `fullName` (1010 without). */
    companyName: text.optional(),
    /** Sort of company; Erply reads it from the company's name when left out. */
    companyTypeID: integer.optional(),
    /** Of a person. */
    firstName: text.optional(),
    /** Of a person. */
    lastName: text.optional(),
    /** A person's whole name, which is not taken apart. */
    fullName: text.optional(),
    /** Number in the company register, or a person's national number. */
    code: text.optional(),
    /** The company that this contact person belongs to. */
    companyID: integer.optional(),
    /** Of a person. */
    birthday: isoDate.optional(),
    /** VAT number. */
    vatNumber: text.optional(),
    /** Its bank. */
    bankName: text.optional(),
    /** Its bank account. */
    bankAccountNumber: text.optional(),
    /** Its bank account as an IBAN. */
    bankIBAN: text.optional(),
    /** Its bank's SWIFT code. */
    bankSWIFT: text.optional(),
    /** Telephone. */
    phone: text.optional(),
    /** Mobile telephone. */
    mobile: text.optional(),
    /** Fax number. */
    fax: text.optional(),
    /** E-mail address. */
    email: text.optional(),
    /** Name on Skype. */
    skype: text.optional(),
    /** Web address. */
    website: text.optional(),
    /** Free text. */
    notes: text.optional(),
    /** Code in another system. */
    integrationCode: text.optional(),
    /** The supplier's tax rate. */
    vatrateID: integer.optional(),
    /** The supplier's currency. */
    currencyCode: text.optional(),
    /** Terms of delivery. */
    deliveryTermsID: integer.optional(),
    /** The supplier's country. */
    countryID: integer.optional(),
    /** Global location number. */
    GLN: text.optional(),
    /** Days until a bill is due. */
    paymentDays: integer.optional(),
    ...attributeInputs(),
  }),
  createNeeds: [['companyName', 'lastName', 'fullName']],
  result: { one: savedSupplier },
  example: { groupID: 1, code: 'OAK-1', companyName: 'Example Wood Ltd' },
  errors: [1010, 1011, 1014, 1016, 1061, 1062],
  loggable: ['supplierID', 'groupID', 'companyTypeID', 'companyID', 'vatrateID', 'countryID'],
  deprecated: 'PIM API POST /v1/supplier',
  evidence: 'Documented, the answer from a typed SDK; when `alreadyExists` is true is not known.',
});
