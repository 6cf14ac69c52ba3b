import { defineTable } from '../../define-table.ts';
import { extraFieldValues } from './extra-field-values.ts';

/** Values of extra field 3 of the product card. */
export const extraField3Values = defineTable({ ...extraFieldValues, name: 'extraField3Values' });
