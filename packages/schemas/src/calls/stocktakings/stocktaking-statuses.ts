/** Whether a stocktaking is over. */
export const stocktakingStatuses = ['CONFIRMED', 'IN_PROGRESS'] as const;
