import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { oneOf, text } from '../../wire/text.ts';
import { attributeInputs, longAttributeInputs } from '../attribute-inputs.ts';
import { customers } from './customers.ts';
import { savedCustomer } from './saved-customer.ts';

/**
 * Makes a customer, or edits the one of `customerID`. One with a company's name is a company, else it is a person; what
 * only the other sort has is not kept. Addresses are saved by saveAddress. What is done to persons is logged in accounts of
 * the European Union.
 * @deprecated Erply recommends instead: CRM API /v1/customers/individuals and /v1/customers/businesses.
 */
export const saveCustomer = defineCall({
  name: 'saveCustomer',
  docs: 'https://learn-api.erply.com/requests/savecustomer',
  effect: 'write',
  table: customers,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The customer to edit; a new one is made when left out. */
    customerID: integer.optional(),
    /** 1 for names, e-mail address and telephones without the blanks around them. */
    trimInputData: flag.optional(),
    /** Name of a company. A new customer needs a company's name, `lastName` or `fullName` (1010 without). */
    companyName: text.optional(),
    /** Name of a company, kept as it is; `companyName` wins. */
    companyName2: text.optional(),
    /** Of a company: its type. */
    companyTypeID: integer.optional(),
    /** Of a person. */
    firstName: text.optional(),
    /** Of a person. */
    lastName: text.optional(),
    /** A person's whole name, which is not taken apart. */
    fullName: text.optional(),
    /** Of a person: the title. */
    personTitleID: integer.optional(),
    /** Of a person: `male`, `female` or empty. */
    gender: text.optional(),
    /** The customer group; the first one when left out. An edit refuses 0. */
    groupID: integer.optional(),
    /** Number in the company register, or a person's national number. Unique if the setting `customer_code_unique` is 1 (1012). */
    code: text.optional(),
    /** VAT number. */
    vatNumber: text.optional(),
    /** E-mail address. */
    email: text.optional(),
    /** Telephone. */
    phone: text.optional(),
    /** Mobile telephone. */
    mobile: text.optional(),
    /** Fax number. */
    fax: text.optional(),
    /** Name on Skype. */
    skype: text.optional(),
    /** Web address. */
    website: text.optional(),
    /** A picture in base64; 1016 for what is not one. Empty takes the picture away. */
    imageContent: text.optional(),
    /** What the picture is; told from its content when left out (inferred). */
    imageMimeType: oneOf(['image/gif', 'image/jpeg']).optional(),
    /** The bank. */
    bankName: text.optional(),
    /** The bank account. */
    bankAccountNumber: text.optional(),
    /** The bank account as an IBAN. */
    bankIBAN: text.optional(),
    /** The bank's SWIFT code. */
    bankSWIFT: text.optional(),
    /** Of a person. */
    birthday: isoDate.optional(),
    /** Code in another system. */
    integrationCode: text.optional(),
    /** Of a person: the job title. */
    jobTitleID: integer.optional(),
    /** The company that this person is a contact of. */
    companyID: integer.optional(),
    /** The employee who looks after the customer. */
    customerManagerID: integer.optional(),
    /** The customer who pays when nobody says otherwise; the record calls it `payerID`. */
    invoicePayerID: integer.optional(),
    /** Days until an invoice is due. */
    paymentDays: integer.optional(),
    /** Free text such as `0.5`. */
    penaltyPerDay: text.optional(),
    /** Credit limit. */
    credit: integer.optional(),
    /** 1 for one who has to pay before a sale. */
    salesBlocked: flag.optional(),
    /** Reference number on invoices. */
    referenceNumber: text.optional(),
    /** Number of the loyalty card. */
    customerCardNumber: text.optional(),
    /** Global location number. */
    GLN: text.optional(),
    /** Address for electronic documents. */
    EDI: text.optional(),
    /** Address in the Peppol network. */
    PeppolID: text.optional(),
    /** Sort of electronic documents. */
    ediType: text.optional(),
    /** E-mail address for electronic invoices. */
    eInvoiceEmail: text.optional(),
    /** Reference on electronic invoices. */
    eInvoiceReference: text.optional(),
    /** The operator of electronic invoices. */
    operatorIdentifier: text.optional(),
    /** 1 for invoices by e-mail; 1 for a new customer when left out. */
    emailEnabled: flag.optional(),
    /** 1 for electronic invoices. */
    eInvoiceEnabled: flag.optional(),
    /** 1 for invoices on paper. */
    mailEnabled: flag.optional(),
    /** 1 for documents through Docura. */
    docuraEDIEnabled: flag.optional(),
    /** The first of the customer's price lists. */
    priceListID: integer.optional(),
    /** The second of the customer's price lists. */
    priceListID2: integer.optional(),
    /** The third of the customer's price lists. */
    priceListID3: integer.optional(),
    /** The fourth of the customer's price lists. */
    priceListID4: integer.optional(),
    /** The fifth of the customer's price lists. */
    priceListID5: integer.optional(),
    /** Where the customer is, for taxes; `DOMESTIC` for a new customer when left out. */
    euCustomerType: oneOf(['DOMESTIC', 'EU', 'OUTSIDE_EU']).optional(),
    /** Deprecated: 1 is the `euCustomerType` `OUTSIDE_EU`, which wins. */
    outsideEU: flag.optional(),
    /** Area of business. */
    businessAreaID: integer.optional(),
    /** The country. */
    countryID: integer.optional(),
    /** Greek accounts only (1128 elsewhere). */
    taxOfficeID: integer.optional(),
    /** Free text. */
    notes: text.optional(),
    /** Name in the web shop, which no other customer has (1012); the record calls it `webshopUsername`. */
    username: text.optional(),
    /** Password in the web shop, which no answer shows; verifyCustomerUser checks it. Empty takes it away. */
    password: text.optional(),
    /** 1 marks the customer. */
    flagStatus: flag.optional(),
    /** 1 for one who pays no tax. */
    taxExempt: flag.optional(),
    /** 1 for one who pays part of the tax. */
    partialTaxExemption: flag.optional(),
    /** 1 for one who pays through a factor. */
    paysViaFactoring: flag.optional(),
    /** 1 for one to whom nothing is sold. */
    doNotSell: flag.optional(),
    /** Number of the factoring contract. */
    factoringContractNumber: text.optional(),
    /** Colour of the mark: `red`, `green`, `yellow`, `blue` or empty. */
    colorStatus: text.optional(),
    /** Name on Twitter. */
    twitterID: text.optional(),
    /** Name on Facebook. */
    facebookName: text.optional(),
    /** Last digits of a credit card. */
    creditCardLastNumbers: text.optional(),
    /** How goods are delivered. */
    deliveryTypeID: integer.optional(),
    /** The location where the customer signed up. */
    signUpStoreID: integer.optional(),
    /** The location where the customer is at home. */
    homeStoreID: integer.optional(),
    /** 1 for one who collects no reward points. */
    rewardPointsDisabled: flag.optional(),
    /** 1 for one who has no balance. */
    customerBalanceDisabled: flag.optional(),
    /** 1 for one who gets no coupons at the register. */
    posCouponsDisabled: flag.optional(),
    /** 1 for one who wants no e-mails. */
    emailOptOut: flag.optional(),
    /** 1 for one who gets goods with waybills. */
    shipGoodsWithWaybills: flag.optional(),
    ...attributeInputs(),
    ...longAttributeInputs(),
  }),
  createNeeds: [['companyName', 'companyName2', 'lastName', 'fullName']],
  result: { one: savedCustomer },
  example: { groupID: 1, firstName: 'Ada', lastName: 'Example', email: 'ada@example.test' },
  errors: [1010, 1011, 1012, 1014, 1016, 1061, 1062, 1120, 1128, 1148],
  loggable: [
    'customerID',
    'companyTypeID',
    'groupID',
    'companyID',
    'customerManagerID',
    'invoicePayerID',
    'priceListID',
    'priceListID2',
    'priceListID3',
    'priceListID4',
    'priceListID5',
    'countryID',
    'deliveryTypeID',
    'signUpStoreID',
    'homeStoreID',
  ],
  secret: ['password'],
  deprecated: 'CRM API /v1/customers/individuals and /v1/customers/businesses',
  evidence: 'Documented, the answer from a typed SDK; when `alreadyExists` is true is not known.',
});
