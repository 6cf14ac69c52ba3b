import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { shortText, text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { addresses } from './addresses.ts';

/**
 * Makes an address, or edits the one of `addressID`. The records of its owner show the new text at once; they are not
 * dated anew. In an account of the European Union the processing log gets an entry when the owner is a person.
 * @deprecated Erply recommends instead: CRM API POST /v1/addresses.
 */
export const saveAddress = defineCall({
  name: 'saveAddress',
  docs: 'https://learn-api.erply.com/requests/saveaddress',
  effect: 'write',
  table: addresses,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The address to edit; a new one is made when left out. */
    addressID: integer.optional(),
    /**
     * The customer, the supplier or the company (ID 1) whose address it is; a new one needs it. In the dataset demo
     * supplier 1 has the company's ID, so both have the addresses of 1.
     */
    ownerID: integer.optional(),
    /** Its type; a new address needs one. */
    typeID: integer.optional(),
    /** Street and house; the whole address where it cannot be taken apart. */
    street: text.optional(),
    /** Second line. */
    address2: text.optional(),
    /** City. */
    city: text.optional(),
    /** State or county. */
    state: text.optional(),
    /** Name of the country. */
    country: text.optional(),
    /** Postal code, 16 characters at most (1014). */
    postalCode: shortText(16).optional(),
    ...attributeInputs(),
  }),
  createNeeds: [['ownerID'], ['typeID']],
  result: { one: savedRecord('addressID') },
  example: { ownerID: 1001, typeID: 1, street: '12 Sample Street', city: 'Sampleton', postalCode: '10001' },
  errors: [1010, 1011, 1014, 1061, 1062],
  loggable: ['addressID', 'ownerID', 'typeID'],
  deprecated: 'CRM API POST /v1/addresses',
  evidence:
    'Documented, the answer from a typed SDK. That a postal code that is too long is refused with 1014, and an edit that takes away owner or type with 1011, is inferred.',
});
