import * as z from 'zod';

import { lazily } from './lazily.ts';
import { decimal } from './wire/decimal.ts';
import { integer, unixSeconds } from './wire/integer.ts';
import { text } from './wire/text.ts';

/** The `status` block of an answer, and of every sub-answer of a bulk request. */
export const status = lazily(() =>
  z.looseObject({
    /** Name of the call; sub-answers have `requestName` instead. */
    request: text.optional(),
    requestName: text.optional(),
    /** Echo of the sub-request's `requestID`, in the JSON type it was sent in. */
    requestID: z.union([z.string(), z.number(), z.null()]).optional(),
    /** Server time at the end of the request: the clock for `changedSince`. */
    requestUnixTime: unixSeconds,
    responseStatus: z.string(),
    /** 0 when all went well. */
    errorCode: integer,
    /** The parameter that failed validation. */
    errorField: z.string().nullish(),
    /** Seconds that the server worked. */
    generationTime: decimal.optional(),
    /** Matches over all pages; getUserOperationsLog sends it inside quotes. */
    recordsTotal: integer.optional(),
    recordsInResponse: integer.optional(),
  }),
);

export type Status = z.output<ReturnType<typeof status>>;
