import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import { phraseOf, startingWith } from '../../query/filters.ts';

/** Registers; only those whose name begins so when a name is searched. */
export const getPointsOfSale: Handler<typeof calls.getPointsOfSale> = (context, input) => {
  const { searchName = '' } = input;
  const { base } = context.account.finder('pointsOfSale');
  const filters = searchName === '' ? [] : [startingWith(base, ['name'], phraseOf(searchName))];
  return listWith(context, input, { filters });
};
