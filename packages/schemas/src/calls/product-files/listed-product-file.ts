import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A file that goes with a product, such as a manual. In `relatedFiles` of getProducts its ID is named `fileID`. */
export const listedProductFile = defineRecord(() => ({
  /** ID of the file. */
  productFileID: id,
  /** The product. */
  productID: integer,
  /** A caption; often empty. */
  name: text,
  /** Type of the file. */
  typeID: integer,
  /** The type's name. */
  typeName: text,
  /** A mark to sort files by. */
  isInformationFile: flag,
  /** Where the file is. Erply serves it only where support has allowed it. */
  fileURL: text,
  /** 1 when the file is stored outside Erply. */
  external: flag,
  /** Code name of the provider that stores a file outside Erply. */
  hostingProvider: text,
  /** When it was added. */
  added: unixSeconds,
  /** 0 until the first edit; its type is inferred. */
  lastModified: unixSeconds,
}));
