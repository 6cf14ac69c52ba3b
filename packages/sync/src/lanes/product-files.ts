import { defineListLane } from './define-list-lane.ts';
import { definePartsLane } from './define-parts-lane.ts';

const name = 'productFiles';

const list = defineListLane({
  name,
  changes: true,
  pageSize: 100,
  idOf: (file: { productFileID: number; added: number }) => file.productFileID,
  pages: (client, input, options) => client.getProductFiles.pages(input, options),
  one: (client, input) => client.getProductFiles.request(input),
});

/** Files of products, manuals and the like. What was added or edited is asked for; what is gone shows once a day. */
export const productFiles = definePartsLane({
  name,
  field: 'relatedFiles',
  input: { getRelatedFiles: 1 },
  id: ['fileID', 'productFileID'],
  changed: list,
});
