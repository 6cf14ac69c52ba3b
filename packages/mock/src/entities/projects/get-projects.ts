import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import { phraseOf, startingWith } from '../../query/filters.ts';

/** Projects; a name asks for those that begin so. */
export const getProjects: Handler<typeof calls.getProjects> = (context, input) => {
  const { name = '', ...others } = input;
  const { base } = context.account.finder('projects');
  const filters = name === '' ? [] : [startingWith(base, ['name'], phraseOf(name))];
  return listWith(context, others, { filters });
};
