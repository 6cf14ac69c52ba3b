import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { hostingInputs, hostingRules } from '../hosting-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { productFiles } from './product-files.ts';

/** Gives a product a file, or edits or replaces the one of `productFileID`. */
export const saveProductFile = defineCall({
  name: 'saveProductFile',
  docs: 'https://learn-api.erply.com/requests/saveproductfile',
  effect: 'write',
  table: productFiles,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The file to edit; a new one is made when left out. */
    productFileID: integer.optional(),
    /** The product; a new file needs it. */
    productID: integer.optional(),
    /** Type of the file; the record calls it `typeID`. */
    fileTypeID: integer.optional(),
    /** A mark to sort files by. */
    isInformationFile: flag.optional(),
    /** A caption. */
    name: text.optional(),
    /** The content in base64: 1091 for anything else, 1090 for a new file without. */
    file: text.optional(),
    ...hostingInputs(),
  }),
  rules: hostingRules('file'),
  createNeeds: [['productID']],
  result: { one: savedRecord('productFileID') },
  example: { productID: 1, name: 'Manual', file: 'JVBERi0x', filename: 'manual.pdf', fileTypeID: 1 },
  errors: [1010, 1011, 1013, 1015, 1061, 1062, 1090, 1091, 1092, 1214],
  loggable: ['productFileID', 'productID', 'fileTypeID', 'isInformationFile'],
  evidence: 'Documentation of 2019; that content and url exclude each other is inferred.',
});
