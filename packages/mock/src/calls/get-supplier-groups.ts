import type { calls } from '@erply-kit/schemas';

import { allNamesBlock } from './all-names-block.ts';
import { listWith } from './generic-list.ts';
import type { Handler } from './handler.ts';

/** Groups of suppliers; with their names in all languages where the account has several (inferred). */
export const getSupplierGroups: Handler<typeof calls.getSupplierGroups> = (context, input) => {
  const { account } = context;
  const isMultilingual = account.languages.all.length > 1;
  return listWith(context, input, {
    addBlocks: isMultilingual ? allNamesBlock(account, 'supplierGroups') : undefined,
  });
};
