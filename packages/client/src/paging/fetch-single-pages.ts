import { planRequest } from '../api-request.ts';
import { runCall } from '../call.ts';
import { runWithinLifetime } from '../call-lifetime.ts';
import type { CallOptions } from '../client-options.ts';
import type { Context } from '../context.ts';
import type { FetchPage } from './fetch-page.ts';
import type { PagingPlan } from './plan.ts';

/** Fetches each page with a request of its own. */
export function fetchSinglePages(plan: PagingPlan, options: CallOptions, context: Context): FetchPage {
  return ({ start, size }) =>
    runWithinLifetime(context, options, async (lifetime) => {
      const items = [{ call: plan.call, input: plan.inputAt(start, size) }];
      const request = planRequest({ items, lifetime, unset: options.unset });
      const { answer } = await runCall(request, context);
      return { start, size, ...answer };
    });
}
