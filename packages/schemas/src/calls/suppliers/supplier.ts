import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { id, integer, unixSeconds, unixSecondsString } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** Whom goods are bought from: a company or a person. */
export const supplier = defineRecord(() => ({
  /** ID of the supplier. */
  supplierID: id,
  /** Decides which of the names below are set. */
  supplierType: word(['COMPANY', 'PERSON']),
  /** "Last, First" for a person. */
  fullName: text,
  /** Name of a company. */
  companyName: text,
  /** Type of company. */
  companyTypeID: integer,
  /** Of a person. */
  firstName: text,
  /** Of a person. */
  lastName: text,
  /** The supplier group. */
  groupID: integer,
  /** The group's name. */
  groupName: text,
  /** Telephone. */
  phone: text,
  /** Mobile telephone. */
  mobile: text,
  /** E-mail address. */
  email: text,
  /** Fax. */
  fax: text,
  /** Number in the company register, or a person's national number. */
  code: text,
  /** Code in another system. */
  integrationCode: text,
  /** The supplier's tax rate. */
  vatrateID: integer,
  /** The supplier's currency. */
  currencyCode: text,
  /** Terms of delivery. */
  deliveryTermsID: integer,
  /** A number here, inside quotes in getCustomers. */
  countryID: integer,
  /** The country's name. */
  countryName: text,
  /** The country's code. */
  countryCode: text,
  /** The whole address in one line. */
  address: text,
  /** Global location number. */
  GLN: text,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
  /** Only with `responseMode=detail`. */
  vatNumber: text.optional(),
  /** Only with `responseMode=detail`. */
  skype: text.optional(),
  /** Only with `responseMode=detail`. */
  website: text.optional(),
  /** Only with `responseMode=detail`. */
  bankName: text.optional(),
  /** Only with `responseMode=detail`. */
  bankAccountNumber: text.optional(),
  /** Only with `responseMode=detail`. */
  bankIBAN: text.optional(),
  /** Only with `responseMode=detail`. */
  bankSWIFT: text.optional(),
  /** Only with `responseMode=detail`. */
  notes: text.optional(),
  /** Only with `responseMode=detail`. */
  birthday: isoDate.optional(),
  /** The company of a contact person; only with `responseMode=detail`. */
  companyID: integer.optional(),
  /** Only with `responseMode=detail`. */
  parentCompanyName: text.optional(),
  /** Only with `responseMode=detail`. */
  supplierManagerName: text.optional(),
  /** Only with `responseMode=detail`. */
  supplierManagerID: integer.optional(),
  /** Only with `responseMode=detail`. */
  paymentDays: integer.optional(),
  /** Inside quotes, though `added` is not; only with `responseMode=detail`. */
  lastModified: unixSecondsString.optional(),
  /** Only with `responseMode=detail`. */
  added: unixSeconds.optional(),
}));
