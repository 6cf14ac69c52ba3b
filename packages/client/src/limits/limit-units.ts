import { Failure } from '../errors/failure.ts';
import type { Limits } from './limits.ts';

/**
 * Limits that let so many units through in all, logins and repeats included. The request that would exceed them is not
 * sent.
 */
export function limitUnits(limits: Limits, maxUnits: number): Limits {
  // In tenths, because a sub-request of a bulk request costs 0.1.
  const most = Math.round(maxUnits * 10);
  let spent = 0;
  return {
    ...limits,
    async acquire(request) {
      const { costTenths } = request;
      if (spent + costTenths > most)
        throw new Failure(`would exceed the ${maxUnits} units of maxUnits, of which ${spent / 10} are used`, {
          kind: 'budget',
          recovery: 'none',
          isFinal: true,
        });
      spent += costTenths;
      let isHeld = true;
      const giveBack = () => {
        if (isHeld) spent -= costTenths;
        isHeld = false;
      };
      try {
        const permit = await limits.acquire(request);
        return {
          release(wasSent) {
            permit.release(wasSent);
            if (!wasSent) giveBack();
            isHeld = false;
          },
        };
      } catch (error) {
        giveBack();
        throw error;
      }
    },
  };
}
