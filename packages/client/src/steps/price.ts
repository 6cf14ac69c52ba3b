import { limits } from '@erply-kit/schemas';

import type { Step } from './step.ts';

/** What the request will cost of the hour's quota, in tenths of a unit. */
export const price: Step = (flight) => {
  const units = flight.isBulk ? flight.items.length * limits.subRequestCostUnits : limits.requestCostUnits;
  flight.costTenths = Math.round(units * 10);
};
