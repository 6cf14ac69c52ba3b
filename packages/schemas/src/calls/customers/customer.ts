import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, integerString, nullableInteger, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { longAttribute } from '../long-attribute.ts';
import { contactPerson } from './contact-person.ts';
import { customerAddress } from './customer-address.ts';
import { customerLink } from './customer-link.ts';

/** Who buys: a company, a person, or a contact person of a company. */
export const customer = defineRecord(() => ({
  /** The same as `customerID`; deprecated. */
  id: integer,
  /** ID of the customer. Customers and suppliers share one number space. */
  customerID: id,
  /** Decides which of the names below are set. */
  customerType: word(['COMPANY', 'PERSON']),
  /** "Last, First" for a person. */
  fullName: text,
  /** Name of a company; empty for a person. */
  companyName: text,
  /** Type of company. */
  companyTypeID: integer,
  /** Of a person. */
  firstName: text,
  /** Of a person. */
  lastName: text,
  /** Title of a person. */
  personTitleID: integer,
  /** `male`, `female` or empty. */
  gender: text,
  /** The customer group. */
  groupID: integer,
  /** The group's name. */
  groupName: text,
  /** The country, inside quotes: a number in getSuppliers. */
  countryID: integerString,
  /** The customer who pays when nobody says otherwise. */
  payerID: integer,
  /** Telephone. */
  phone: text,
  /** Mobile telephone. */
  mobile: text,
  /** E-mail address. */
  email: text,
  /** Fax number. */
  fax: text,
  /** Number in the company register, or a person's national number. */
  code: text,
  /** Birthday of a person. */
  birthday: isoDate,
  /** Code in another system. */
  integrationCode: text,
  /** 1 for one that was marked. */
  flagStatus: flag,
  /** Colour of the mark: `red`, `green`, `yellow`, `blue` or empty. */
  colorStatus: text,
  /** Address of a picture, or empty. */
  image: text,
  /** 1 for one who pays no tax. */
  taxExempt: flag,
  /** 1 for one who pays through a factor. */
  paysViaFactoring: flag,
  /** 1 for one who pays part of the tax. */
  partialTaxExemption: flag,
  /** 1 for one to whom nothing is sold. */
  doNotSell: flag,
  /** Number of the factoring contract. */
  factoringContractNumber: text,
  /** Always 0; see getCustomerRewardPoints. */
  rewardPoints: integer,
  /** Name on Twitter. */
  twitterID: text,
  /** Name on Facebook. */
  facebookName: text,
  /** Last digits of a credit card. */
  creditCardLastNumbers: text,
  /** Global location number. */
  GLN: text,
  /** Address for electronic documents. */
  EDI: text,
  /** Address in the Peppol network. */
  PeppolID: text,
  /** Sort of electronic documents. */
  ediType: text,
  /** E-mail address for electronic invoices. */
  eInvoiceEmail: text,
  /** Reference on electronic invoices. */
  eInvoiceReference: text,
  /** The operator of electronic invoices. */
  operatorIdentifier: text,
  /** 1 for invoices by e-mail. */
  emailEnabled: flag,
  /** 1 for electronic invoices. */
  eInvoiceEnabled: flag,
  /** 1 for invoices on paper. */
  mailEnabled: flag,
  /** 1 for documents through Docura. */
  docuraEDIEnabled: flag,
  /** 1 for the one that stands for sales without a customer. */
  isPOSDefaultCustomer: flag,
  /** `DOMESTIC`, `EU` or `OUTSIDE_EU`. */
  euCustomerType: word(['DOMESTIC', 'EU', 'OUTSIDE_EU']),
  /** Credit limit. */
  credit: integer,
  /** 1 for one who has to pay before a sale. */
  salesBlocked: flag,
  /** Reference number on invoices. */
  referenceNumber: text,
  /** Number of the loyalty card. */
  customerCardNumber: text,
  /** 1 for one who collects no reward points. */
  rewardPointsDisabled: flag,
  /** 1 for one who has no balance. */
  customerBalanceDisabled: flag,
  /** 1 for one who gets no coupons at the register. */
  posCouponsDisabled: flag,
  /** 1 for one who wants no e-mails. */
  emailOptOut: flag,
  /** 1 for one who gets goods with waybills; only if the setting `enable_waybill_customers` is 1. */
  shipGoodsWithWaybills: flag.optional(),
  /** Who changed it last. */
  lastModifierUsername: text,
  /** The employee who changed it last. */
  lastModifierEmployeeID: integer,
  /** The location where the customer signed up. */
  signUpStoreID: integer,
  /** The location where the customer is at home. */
  homeStoreID: integer,
  /** How goods are delivered. */
  deliveryTypeID: integer,
  /** Not documented; null in a capture. */
  primaryStoreID: nullableInteger,
  /** Not documented; null in a capture. */
  secondaryStoreID: nullableInteger,
  /** The first address, in one line; empty without one, as the fields below. */
  address: text,
  /** Of the first address. */
  street: text,
  /** Of the first address. */
  address2: text,
  /** Of the first address. */
  city: text,
  /** Of the first address. */
  postalCode: text,
  /** Of the first address. */
  state: text,
  /** Of the first address. */
  country: text,
  /** Of the first address. */
  addressTypeID: integer,
  /** Of the first address. */
  addressTypeName: text,
  /** All addresses; only with `getAddresses=1`. */
  addresses: z.array(customerAddress()).optional(),
  /** Contact persons of a company; only with `getContactPersons=1`. */
  contactPersons: z.array(contactPerson()).optional(),
  /** Only with `getAssociationsAndProfessionals=1` (inferred). */
  defaultAssociationID: integer.optional(),
  /** Only with `getAssociationsAndProfessionals=1` (inferred). */
  defaultProfessionalID: integer.optional(),
  /** Only with `getAssociationsAndProfessionals=1` (inferred). */
  defaultAssociationName: text.optional(),
  /** Only with `getAssociationsAndProfessionals=1` (inferred). */
  defaultProfessionalName: text.optional(),
  /** Only with `getAssociationsAndProfessionals=1`. */
  associations: z.array(customerLink()).optional(),
  /** Only with `getAssociationsAndProfessionals=1`. */
  professionals: z.array(customerLink()).optional(),
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
  /** Absent when there are none. */
  longAttributes: z.array(longAttribute()).optional(),
  /** What the customer owes; negative for what was paid in advance. Only with `getBalanceInfo=1`. */
  actualBalance: decimal.optional(),
  /** Only with `getBalanceInfo=1`. */
  creditLimit: integer.optional(),
  /** `creditLimit` less `actualBalance`; only with `getBalanceInfo=1`. */
  availableCredit: decimal.optional(),
  /** Only with `getBalanceInfo=1`. */
  creditAllowed: flag.optional(),
  /** Only with `responseMode=detail`. */
  vatNumber: text.optional(),
  /** Only with `responseMode=detail`. */
  skype: text.optional(),
  /** Only with `responseMode=detail`. */
  website: text.optional(),
  /** Name in the web shop; only with `responseMode=detail`. */
  webshopUsername: text.optional(),
  /** Only with `responseMode=detail`. */
  webshopLastLogin: text.optional(),
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
  jobTitleID: integer.optional(),
  /** The company of a contact person; only with `responseMode=detail`. */
  companyID: integer.optional(),
  /** The employee who looks after the customer; only with `responseMode=detail`. */
  customerManagerID: integer.optional(),
  /** Days until an invoice is due; only with `responseMode=detail`. */
  paymentDays: integer.optional(),
  /** Only with `responseMode=detail`. */
  businessAreaID: integer.optional(),
  /** Only with `responseMode=detail`. */
  jobTitleName: text.optional(),
  /** Name of the company of a contact person; only with `responseMode=detail`. */
  employerName: text.optional(),
  /** Only with `responseMode=detail`. */
  customerManagerName: text.optional(),
  /** Only with `responseMode=detail`. */
  businessAreaName: text.optional(),
  /** Free text such as `0.5`; only with `responseMode=detail`. */
  penaltyPerDay: text.optional(),
  /** The first of the customer's price lists; only with `responseMode=detail`. */
  priceListID: integer.optional(),
  /** Only with `responseMode=detail`. */
  priceListID2: integer.optional(),
  /** Only with `responseMode=detail`. */
  priceListID3: integer.optional(),
  /** Only with `responseMode=detail`. */
  priceListID4: integer.optional(),
  /** Only with `responseMode=detail`. */
  priceListID5: integer.optional(),
  /** Deprecated; see `euCustomerType`. Only with `responseMode=detail`. */
  outsideEU: flag.optional(),
  /** Greek accounts only. */
  taxOfficeID: integer.optional(),
  /** 0 until the first edit; only with `responseMode=detail`. */
  lastModified: unixSeconds.optional(),
  /** Only with `responseMode=detail`. */
  added: unixSeconds.optional(),
}));
