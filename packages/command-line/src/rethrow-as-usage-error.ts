import { isErplyError } from '@erply-kit/client';

import { describeClientError } from './describe-client-error.ts';
import { UsageError } from './usage-error.ts';

/** Does what fails only when the command line or the environment is wrong. */
export function rethrowAsUsageError<TResult>(act: () => TResult): TResult {
  try {
    return act();
  } catch (error) {
    throw isErplyError(error) ? new UsageError(describeClientError(error)) : error;
  }
}
