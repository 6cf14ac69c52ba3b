/** Statuses that stock can be asked by. */
export const stockStatuses = [
  'ACTIVE',
  'NO_LONGER_ORDERED',
  'NOT_FOR_SALE',
  'ACTIVE_AND_NOT_FOR_SALE',
  'ARCHIVED',
  'ALL_EXCEPT_ARCHIVED',
] as const;
