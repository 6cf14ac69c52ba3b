import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { filledText, text } from '../../wire/text.ts';
import { installation } from './installation.ts';

/**
 * Signs up a new account, which only partners of Erply may. It needs no session, and the address that it goes to names no
 * account.
 */
export const createInstallation = defineCall({
  name: 'createInstallation',
  docs: 'https://learn-api.erply.com/requests/createinstallation',
  effect: 'write',
  session: 'none',
  input: () => ({
    /** The partner's key. Other calls take it too, and need none. */
    partnerKey: filledText,
    /** Name of the company. Needed without `customerID`, as are the next four (1010). */
    companyName: text.optional(),
    /** First name of who signs up. */
    firstName: text.optional(),
    /** Last name of who signs up. */
    lastName: text.optional(),
    /** Telephone. */
    phone: text.optional(),
    /** E-mail address. */
    email: text.optional(),
    /** Two letters (else 1016). 1177 where no more accounts are signed up. Older pages make it US when left out. */
    countryCode: filledText,
    /** Web address of the company. */
    website: text.optional(),
    /** State or region. */
    region: text.optional(),
    /** Language of the account, as in `lang` (inferred; else 1016). */
    defaultLanguage: text.optional(),
    /** Street and house. */
    addressLine1: text.optional(),
    /** Second line of the address. */
    addressLine2: text.optional(),
    /** Postal code. */
    addressPostCode: text.optional(),
    /** Country of the address. */
    addressCountry: text.optional(),
    /** Who sold the account. */
    reseller: text.optional(),
    /** Name of the account's first user; the e-mail address when left out (inferred). */
    username: text.optional(),
    /** Address that the sign-up came from. */
    ipAddress: text.optional(),
    /** Where the sign-up came from, in the partner's own words. */
    context: text.optional(),
    /** The plan that the account is to have. */
    planName: text.optional(),
    /** What the plan costs. */
    planPrice: text.optional(),
    /** Free text. */
    notes: text.optional(),
    /** Made up when left out. At least 8 characters (else 1100), with a small letter, a capital and a digit (else 1102). */
    password: text.optional(),
    /** A customer whom the vendor knows already. */
    customerID: integer.optional(),
    /** 1 to send an e-mail to who signs up. */
    sendEmail: flag.optional(),
    /** 1 for the modules of a salon. */
    salonModules: flag.optional(),
  }),
  createNeeds: [['companyName'], ['firstName'], ['lastName'], ['phone'], ['email']],
  result: { one: installation },
  example: {
    partnerKey: 'example',
    companyName: 'Example Sign-up Ltd',
    firstName: 'Example',
    lastName: 'Person',
    phone: '+1 202 555 0142',
    email: 'sign-up@example.test',
    countryCode: 'EE',
    password: 'Longer4711',
  },
  errors: [1010, 1016, 1100, 1102, 1155, 1177],
  loggable: ['countryCode', 'defaultLanguage', 'customerID', 'sendEmail', 'salonModules'],
  secret: ['partnerKey', 'password'],
  unserved: { inputs: ['customerID'], errors: [1177] },
  evidence:
    'Documented, the answer from a typed SDK. What the first user is called without `username`, and how languages are spelled, is inferred.',
});
