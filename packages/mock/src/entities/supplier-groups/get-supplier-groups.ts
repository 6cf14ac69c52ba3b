import type { calls } from '@erply-kit/schemas';

import { allNamesBlock } from '../../generic/all-names.ts';
import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';

/** Groups of suppliers; with their names in all languages where the account has several (inferred). */
export const getSupplierGroups: Handler<typeof calls.getSupplierGroups> = (context, input) => {
  const { account } = context;
  const isMultilingual = account.languages.all.length > 1;
  return listWith(context, input, {
    addBlocks: isMultilingual ? allNamesBlock(account, 'supplierGroups') : undefined,
  });
};
