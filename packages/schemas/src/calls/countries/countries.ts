import { defineTable } from '../../define-table.ts';
import { country } from './country.ts';

/** Countries. No call changes them, and deletions are not logged. */
export const countries = defineTable({
  name: 'countries',
  key: 'countryID',
  record: country,
  logged: false,
  timestamps: true,
});
