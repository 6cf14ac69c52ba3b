import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The picture that was saved. */
export const savedProductPicture = defineRecord(() => ({
  /** ID of the picture. */
  productPictureID: id,
}));
