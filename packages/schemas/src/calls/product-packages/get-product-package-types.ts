import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { productPackageType } from './product-package-type.ts';
import { productPackageTypes } from './product-package-types.ts';

/** Kinds of packages, all of them in one answer. Deletions are not logged: only a full read shows a loss. */
export const getProductPackageTypes = defineCall({
  name: 'getProductPackageTypes',
  docs: 'https://learn-api.erply.com/requests/getproductpackagetypes',
  effect: 'read',
  table: productPackageTypes,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only records added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
  }),
  result: { list: productPackageType },
  errors: [],
  loggable: ['changedSince'],
  evidence: 'Names from older documentation, wire types by its logical types.',
});
