import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { hostingInputs, hostingRules } from '../hosting-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { productPictures } from './product-pictures.ts';

/** Gives a product a picture, or edits or replaces the one of `productPictureID`. */
export const saveProductPicture = defineCall({
  name: 'saveProductPicture',
  docs: 'https://learn-api.erply.com/requests/saveproductpicture',
  effect: 'write',
  table: productPictures,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The picture to edit; a new one is made when left out. */
    productPictureID: integer.optional(),
    /** The product; a new picture needs it. */
    productID: integer.optional(),
    /** A caption; the record calls it `name`. */
    pictureName: text.optional(),
    /** The content in base64: 1091 for anything else, 1090 for a new picture without. */
    picture: text.optional(),
    ...hostingInputs(),
  }),
  rules: hostingRules('picture'),
  createNeeds: [['productID']],
  result: { one: savedRecord('productPictureID') },
  example: { productID: 1, pictureName: 'Front', picture: '/9j/4AAQ', filename: 'front.jpg' },
  errors: [1010, 1011, 1013, 1015, 1061, 1062, 1090, 1091, 1092, 1183, 1214],
  loggable: ['productPictureID', 'productID'],
  evidence: 'Documented; no captured answer. That content and url exclude each other is inferred.',
});
