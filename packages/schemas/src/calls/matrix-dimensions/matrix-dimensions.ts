import { defineTable } from '../../define-table.ts';
import { matrixDimension } from './matrix-dimension.ts';

/** Dimensions of matrix products. Deletions are not logged. */
export const matrixDimensions = defineTable({
  name: 'matrixDimensions',
  key: 'dimensionID',
  record: matrixDimension,
  logged: false,
  timestamps: false,
});
