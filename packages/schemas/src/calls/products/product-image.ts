import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { idString } from '../../wire/integer.ts';
import { nullableText, text } from '../../wire/text.ts';

/** A picture of a product. Copy the files: Erply forbids linking to them, and may refuse to serve them at all. */
export const productImage = defineRecord(() => ({
  /** ID of the picture. */
  pictureID: idString,
  /** A caption; often empty. */
  name: text,
  /** About 100 × 100 pixels. */
  thumbURL: text,
  /** About 200 × 200 pixels. */
  smallURL: text,
  /** About 800 × 600 pixels. */
  largeURL: text,
  /** As it was uploaded. */
  fullURL: text,
  /** 1 when the file is stored outside Erply. */
  external: flag,
  /** Code name of the provider that stores a file outside Erply. */
  hostingProvider: text,
  /** File name in Erply's CDN; only for files there. */
  hash: nullableText.optional(),
  /** Owner in Erply's CDN; only for files there. */
  tenant: nullableText.optional(),
}));
