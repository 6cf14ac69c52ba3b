import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A kind of package: box, crate, pallet. */
export const productPackageType = defineRecord(() => ({
  /** ID of the type. */
  packageTypeID: id,
  /** What people read. */
  name: text,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
