import { defineTable } from '../../define-table.ts';
import { productPicture } from './product-picture.ts';

/** Pictures of products. Deletions are not logged. */
export const productPictures = defineTable({
  name: 'productPictures',
  key: 'productPictureID',
  record: productPicture,
  parents: { productID: 'products' },
  saveNames: { pictureName: 'name' },
  logged: false,
  timestamps: true,
});
