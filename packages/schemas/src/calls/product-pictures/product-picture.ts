import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { nullableText, text } from '../../wire/text.ts';

/** A picture of a product. In `images` of getProducts its ID is a string and named `pictureID`. */
export const productPicture = defineRecord(() => ({
  /** ID of the picture. */
  productPictureID: id,
  /** The product. */
  productID: integer,
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
  /** When it was added. */
  added: unixSeconds,
  /** 0 until the first edit; an SDK leaves its type open. */
  lastModified: unixSeconds,
}));
