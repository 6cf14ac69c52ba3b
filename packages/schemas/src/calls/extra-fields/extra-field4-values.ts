import { defineTable } from '../../define-table.ts';
import { extraFieldValues } from './extra-field-values.ts';

/** Values of extra field 4 of the product card. */
export const extraField4Values = defineTable({ ...extraFieldValues, name: 'extraField4Values' });
