import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Filter } from '../../query/filter.ts';

const isNoCredit: Filter = { key: 'no store credit', matches: (payment) => payment.get('storeCredit') !== 1 };

/** Payments and deposits. */
export const getPayments: Handler<typeof calls.getPayments> = (context, input) =>
  listWith(context, input, { filters: input.excludeStoreCreditPayments === 1 ? [isNoCredit] : [] });
