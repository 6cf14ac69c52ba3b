import { defineListLane } from './define-list-lane.ts';

/** Priority groups of products. No call deletes them and no log would say so, so they are read in full once a day. */
export const priorityGroups = defineListLane({
  name: 'priorityGroups',
  changes: true,
  pageSize: 100,
  idOf: (group: { priorityGroupID: number; added: number }) => group.priorityGroupID,
  pages: (client, input, options) => client.getProductPriorityGroups.pages(input, options),
  one: (client, input) => client.getProductPriorityGroups.request(input),
});
