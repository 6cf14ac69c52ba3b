import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { idString, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** The company that the account belongs to. */
export const companyInfo = defineRecord(() => ({
  /** ID of the company. */
  id: idString,
  /** What people read. */
  name: text,
  /** The name without the type of company. */
  companyName: text,
  /** Type of company. */
  companyTypeID: integer,
  /** Number in the company register. */
  code: text,
  /** VAT number. */
  VAT: text,
  /** Telephone. */
  phone: text,
  /** Mobile telephone. */
  mobile: text,
  /** Fax. */
  fax: text,
  /** E-mail address. */
  email: text,
  /** Web address. */
  web: text,
  /** Its bank. */
  bankName: text,
  /** Its bank account. */
  bankAccountNumber: text,
  /** Its bank account as an IBAN. */
  bankIBAN: text,
  /** Its bank's SWIFT code. */
  bankSWIFT: text,
  /** Its second bank. */
  bankName2: text,
  /** Its account there. */
  bankAccountNumber2: text,
  /** That account as an IBAN. */
  bankIBAN2: text,
  /** That bank's SWIFT code. */
  bankSWIFT2: text,
  /** The whole address in one line. */
  address: text,
  /** Street and house. */
  street: text,
  /** Second line of the address. */
  address2: text,
  /** Town. */
  city: text,
  /** State or region. */
  state: text,
  /** Postal code. */
  ZIPcode: text,
  /** Not reliable: getConfParameters knows the country. */
  country: text,
  /** Where e-invoices go. */
  eInvoiceAddress: text,
  /** Who passes e-invoices on. */
  intermediatorCode: text,
  /** Deprecated: `default_client_idDat` of getConfParameters. */
  defaultClientID: integer,
  /** Deprecated: `invoice_rounding` of getConfParameters. */
  invoiceRounding: decimal,
  /** Deprecated: `default_currency` of getConfParameters. */
  defaultCurrency: text,
}));
