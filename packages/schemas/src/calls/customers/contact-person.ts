import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, integerString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A contact person in the record of the company; only with `getContactPersons=1`. */
export const contactPerson = defineRecord(() => ({
  /** ID of the customer that the person is. */
  contactPersonID: id,
  /** "Last, First". */
  fullName: text,
  /** First name. */
  firstName: text,
  /** Last name. */
  lastName: text,
  /** The customer group. */
  groupID: integer,
  /** The group's name. */
  groupName: text,
  /** The country, inside quotes. */
  countryID: integerString,
  /** Telephone. */
  phone: text,
  /** Mobile telephone. */
  mobile: text,
  /** E-mail address. */
  email: text,
  /** Fax number. */
  fax: text,
  /** National number. */
  code: text,
  /** Code in another system. */
  integrationCode: text,
  /** 1 for one that was marked. */
  flagStatus: flag,
  /** Colour of the mark. */
  colorStatus: text,
  /** Address of a picture. */
  image: text,
  /** Name on Twitter. */
  twitterID: text,
  /** Name on Facebook. */
  facebookName: text,
  /** Number of the loyalty card. */
  customerCardNumber: text,
  /** Only with `responseMode=detail` (inferred), like all below. */
  skype: text.optional(),
  /** Web address. */
  website: text.optional(),
  /** The bank. */
  bankName: text.optional(),
  /** The bank account. */
  bankAccountNumber: text.optional(),
  /** The bank account as an IBAN. */
  bankIBAN: text.optional(),
  /** The bank's SWIFT code. */
  bankSWIFT: text.optional(),
  /** Free text. */
  notes: text.optional(),
  /** Birthday. */
  birthday: isoDate.optional(),
  /** Job title. */
  jobTitleID: integer.optional(),
  /** The employee who looks after the person. */
  customerManagerID: integer.optional(),
  /** Area of business. */
  businessAreaID: integer.optional(),
  /** Name of the job title. */
  jobTitleName: text.optional(),
  /** Name of that employee. */
  customerManagerName: text.optional(),
  /** Name of the area of business. */
  businessAreaName: text.optional(),
}));
