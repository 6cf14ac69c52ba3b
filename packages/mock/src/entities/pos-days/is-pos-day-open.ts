import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Filter } from '../../query/filter.ts';

const isOpen: Filter = { key: 'open', matches: (day) => Number(day.get('closedUnixTime') ?? 0) === 0 };

/** Days that are open now. */
export const isPOSDayOpen: Handler<typeof calls.isPOSDayOpen> = (context, input) => {
  const { employeeID, ...others } = input;
  return listWith(context, { ...others, openedByEmployeeID: employeeID }, { filters: [isOpen] });
};
