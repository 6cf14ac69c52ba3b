import { defineListLane } from './define-list-lane.ts';
import { definePartsLane } from './define-parts-lane.ts';

const name = 'productPictures';

const list = defineListLane({
  name,
  changes: true,
  pageSize: 100,
  idOf: (picture: { productPictureID: number; added: number }) => picture.productPictureID,
  pages: (client, input, options) => client.getProductPictures.pages(input, options),
  one: (client, input) => client.getProductPictures.request(input),
});

/** Pictures of products: where their files are. What was added or edited is asked for; what is gone shows once a day. */
export const productPictures = definePartsLane({
  name,
  field: 'images',
  input: {},
  id: ['pictureID', 'productPictureID'],
  changed: list,
});
