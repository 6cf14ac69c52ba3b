import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { brand } from './brand.ts';
import { brands } from './brands.ts';

/** Brands of products. Deletions are not logged: only a full read shows a loss. */
export const getBrands = defineCall({
  name: 'getBrands',
  docs: 'https://learn-api.erply.com/requests/getbrands',
  effect: 'read',
  table: brands,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only brands added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  result: { list: brand },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [],
  loggable: ['changedSince', 'recordsOnPage', 'pageNo'],
  evidence: 'Record from a typed SDK; inputs inferred from getProductPriorityGroups.',
});
