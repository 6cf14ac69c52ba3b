import { defineTable } from '../../define-table.ts';
import { productFileType } from './product-file-type.ts';

/** Types of files of products. No call changes them. */
export const productFileTypes = defineTable({
  name: 'productFileTypes',
  key: 'typeID',
  record: productFileType,
  logged: false,
  timestamps: true,
});
