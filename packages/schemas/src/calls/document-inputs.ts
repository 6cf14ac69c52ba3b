import { isoDate } from '../wire/date.ts';
import { flag } from '../wire/flag.ts';
import { unixSeconds } from '../wire/integer.ts';
import { pagingInputs } from './paging-inputs.ts';

/** The inputs that all lists of stock documents have. */
export const documentInputs = () => ({
  /** Only documents of that day or later. */
  dateFrom: isoDate.optional(),
  /** Only documents of that day or earlier. */
  dateTo: isoDate.optional(),
  /** 1 adds `cost` to the rows. */
  getCost: flag.optional(),
  /** Only documents made or edited since, by the server's clock. */
  changedSince: unixSeconds.optional(),
  ...pagingInputs(),
});

/** What the days among them choose by. */
export const documentFilters = {
  dateFrom: { field: 'date', by: 'from' },
  dateTo: { field: 'date', by: 'to' },
} as const;
