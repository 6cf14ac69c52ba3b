import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** Which products replaced which. */
export const replacementHistory = defineRecord(() => ({
  /** Products that this one replaces. */
  replacesIDs: z.array(id),
  /** Products that replace this one. */
  replacedWithIDs: z.array(id),
}));
