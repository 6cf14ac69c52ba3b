import type { ApiRequest } from '../api-request.ts';
import type { Attempt } from '../attempt.ts';
import type { Context } from '../context.ts';

/** A step before the first try. Gives back the request with what it has found out, or throws a `Failure`. */
export type Preparation = (request: ApiRequest, context: Context) => ApiRequest;

/** One step of a try. Fills in the attempt, or throws a `Failure`. */
export type Step = (attempt: Attempt, context: Context) => void | Promise<void>;
