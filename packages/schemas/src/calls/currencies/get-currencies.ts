import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { languageInput } from '../language-inputs.ts';
import { currencies } from './currencies.ts';
import { currency } from './currency.ts';

/** The currencies of the account: all of them in one answer. */
export const getCurrencies = defineCall({
  name: 'getCurrencies',
  docs: 'https://learn-api.erply.com/requests/getcurrencies',
  effect: 'read',
  table: currencies,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only currencies added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...languageInput(),
  }),
  result: { list: currency },
  errors: [],
  loggable: ['changedSince', 'lang'],
  evidence: 'Wire types from a captured answer and a typed SDK.',
});
