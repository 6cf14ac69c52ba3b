import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Filter } from '../../query/filter.ts';
import { oneOf } from '../../query/filters.ts';

/** Events of salons but for those that say when employees are at work. */
const busyTypes = ['APPOINTMENT', 'BREAK', 'LUNCH', 'VACATION', 'SICKDAY'] as const;

/** Events; Erply misspells the input that asks for those of a supplier. */
export const getEvents: Handler<typeof calls.getEvents> = (context, input) => {
  const { supllierID, ...others } = input;
  const { base } = context.account.finder('events');
  const filters: Filter[] = input.getAllSalonEvents === 1 ? [oneOf(base, 'type', busyTypes)] : [];
  const ofSupplier = supllierID === undefined ? {} : { supplierID: supllierID };
  return listWith(context, { ...others, ...ofSupplier }, { filters });
};
