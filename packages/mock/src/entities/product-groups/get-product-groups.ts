import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listTree } from '../../generic/list-tree.ts';

/** The tree of product groups, those of one level by their position. */
export const getProductGroups: Handler<typeof calls.getProductGroups> = (context, input) =>
  listTree(context, input, { parentField: 'parentGroupID', positionField: 'positionNo' });
