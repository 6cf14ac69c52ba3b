import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A file that goes with a product, such as a manual. Erply serves it only where support has allowed it. */
export const productFile = defineRecord(() => ({
  /** One SDK reads it as `productFileID`. */
  fileID: integer,
  /** A caption; often empty. */
  name: text,
  /** Type of the file. */
  typeID: integer,
  /** The type's name. */
  typeName: text,
  /** A mark to sort files by. */
  isInformationFile: flag,
  /** Where the file is. */
  fileURL: text,
  /** 1 when the file is stored outside Erply. */
  external: flag,
  /** Code name of the provider that stores a file outside Erply. */
  hostingProvider: text,
}));
