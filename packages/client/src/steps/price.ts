import { limits } from '@erply-kit/schemas';

import type { Preparation } from './step.ts';

/** What the request will cost of the hour's quota, in tenths of a unit. */
export const price: Preparation = (request) => {
  const units = request.isBulk ? request.items.length * limits.subRequestCostUnits : limits.requestCostUnits;
  return { ...request, costTenths: Math.round(units * 10) };
};
