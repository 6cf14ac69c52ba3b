import { defineTable } from '../../define-table.ts';
import { parameter } from './parameter.ts';

/** Properties that products of some groups can have. Deletions are not logged. */
export const parameters = defineTable({
  name: 'parameters',
  key: 'parameterID',
  record: parameter,
  logged: false,
  timestamps: true,
});
