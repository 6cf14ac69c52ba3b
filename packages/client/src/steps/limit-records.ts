import * as z from 'zod';

import { Failure } from '../errors/failure.ts';

/** Memory that a field takes which an answer left out and a record has filled in. */
const bytesPerFilledField = 32;
/** How much of it an answer may take, by what it may have in bytes: proper records come to half of that. */
const memoryFactor = 4;

interface Filling {
  readonly schema: z.ZodObject;
  /** Fields that an answer leaves out are filled in. */
  readonly isFilled: boolean;
  readonly maxAnswerBytes: number;
}

/**
 * Refuses an answer of so many records that filling them in would take far more memory than the answer itself: of
 * `{"productID":1}`, four megabytes make a gigabyte.
 */
export function limitRecords(records: number, { schema, isFilled, maxAnswerBytes }: Filling): void {
  if (!isFilled) return;
  const filled = Object.values(schema.shape).filter((field) => !(field instanceof z.ZodOptional)).length;
  if (records * filled * bytesPerFilledField <= memoryFactor * maxAnswerBytes) return;
  throw new Failure(`${records} records without most of their fields are more than maxAnswerBytes allows`, {
    kind: 'response',
    recovery: 'none',
    isAmbiguous: true,
  });
}
