import { defineTable } from '../../define-table.ts';
import { extraFieldValues } from './extra-field-values.ts';

/** Values of extra field 1 of the product card. */
export const extraField1Values = defineTable({ ...extraFieldValues, name: 'extraField1Values' });
