import { answerOf } from '../call.ts';
import { withinLifetime } from '../call-lifetime.ts';
import type { CallOptions } from '../client-options.ts';
import type { Context } from '../context.ts';
import { planFlight } from '../flight.ts';
import type { FetchPage } from './fetch-page.ts';
import type { PagingPlan } from './plan.ts';

/** Fetches each page with a request of its own. */
export function singlePages(plan: PagingPlan, options: CallOptions, context: Context): FetchPage {
  return ({ start, size }) =>
    withinLifetime(context, options, async (lifetime) => {
      const items = [{ call: plan.call, input: plan.inputAt(start, size) }];
      const flight = planFlight({ items, lifetime, unset: options.unset });
      const { records, status } = await answerOf(flight, context);
      return { start, size, records, status };
    });
}
