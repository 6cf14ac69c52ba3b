import { extraFieldValue } from './extra-field-value.ts';

/** What the tables of the values of extra fields 1 to 4 have in common. Deletions are not logged. */
export const extraFieldValues = {
  key: 'valueID',
  record: extraFieldValue,
  logged: false,
  timestamps: true,
} as const;
