/** What can become of a transfer order. */
export const transferStatuses = ['CREATED', 'ACCEPTED', 'REJECTED', 'FULFILLED'] as const;
