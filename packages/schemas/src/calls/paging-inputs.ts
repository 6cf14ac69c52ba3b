import { integer } from '../wire/integer.ts';

/** The inputs of every paged call. */
export const pagingInputs = () => ({
  /** Records on a page, 20 when left out; more than the call's maximum is cut to it. */
  recordsOnPage: integer.optional(),
  /** Page, counted from 1. */
  pageNo: integer.optional(),
});

/** Ways to sort. */
export const orderDirections = ['asc', 'desc'] as const;
