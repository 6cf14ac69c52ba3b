import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listTree } from '../../generic/list-tree.ts';

/** The tree of customer groups, those of one level by ID (inferred). */
export const getCustomerGroups: Handler<typeof calls.getCustomerGroups> = (context, input) =>
  listTree(context, input, { parentField: 'parentID' });
