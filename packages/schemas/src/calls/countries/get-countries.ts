import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { countries } from './countries.ts';
import { country } from './country.ts';

/** The countries that the account knows. */
export const getCountries = defineCall({
  name: 'getCountries',
  docs: 'https://learn-api.erply.com/requests/getcountries',
  effect: 'read',
  table: countries,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only countries added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  result: { list: country },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [],
  loggable: ['changedSince', 'recordsOnPage', 'pageNo'],
  evidence: 'Wire types from a captured answer and a typed SDK.',
});
