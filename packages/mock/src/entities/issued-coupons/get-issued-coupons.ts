import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Row } from '../../store/row.ts';
import { dayOf } from '../price-lists/price-calculator.ts';
import { statusOn } from './coupon-status.ts';

/** Issued coupons, each with its status of today. */
export const getIssuedCoupons: Handler<typeof calls.getIssuedCoupons> = (context, input) => {
  const { status, ...others } = input;
  const today = dayOf(context.account.now());
  const ofStatus = {
    key: `status=${status} on ${today}`,
    matches: (row: { get(field: string): unknown }) => statusOn(today, (field) => row.get(field)) === status,
  };
  return listWith(context, others, {
    filters: status === undefined ? [] : [ofStatus],
    addBlocks: (record: Row) => ({ status: statusOn(today, (field) => record[field]) }),
  });
};
