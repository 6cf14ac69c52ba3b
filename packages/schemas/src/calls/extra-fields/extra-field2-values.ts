import { defineTable } from '../../define-table.ts';
import { extraFieldValues } from './extra-field-values.ts';

/** Values of extra field 2 of the product card. */
export const extraField2Values = defineTable({ ...extraFieldValues, name: 'extraField2Values' });
