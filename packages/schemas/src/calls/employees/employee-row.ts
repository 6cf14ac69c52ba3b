import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { integer } from '../../wire/integer.ts';
import { employee } from './employee.ts';

/** An employee as the card is kept: answers do not show the last field. */
export const employeeRow = defineRecord(() => ({
  ...employee().shape,
  /** Product groups whose products come with `getProductInfo`. */
  productGroupIDs: z.array(integer),
}));
