import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { addresses } from './addresses.ts';

/**
 * Deletes an address; the records of its owner show the next one. The operations log has an entry for it, and in an
 * account of the European Union the processing log has one when the owner is a person.
 * @deprecated Erply recommends instead: CRM API DELETE /v1/addresses/{ids}.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteAddress = defineCall({
  name: 'deleteAddress',
  docs: 'https://learn-api.erply.com/requests/deleteaddress',
  effect: 'delete',
  table: addresses,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The address to delete. */
    addressID: integer,
  }),
  result: { none: true },
  example: { addressID: 1 },
  errors: [1010, 1011, 1063],
  loggable: ['addressID'],
  deprecated: 'CRM API DELETE /v1/addresses/{ids}',
  evidence: 'Documented; that the next address takes the place of a deleted one is inferred.',
});
