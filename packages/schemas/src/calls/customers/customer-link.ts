import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A tie between a customer and an association or a professional; only with `getAssociationsAndProfessionals=1`. */
export const customerLink = defineRecord(() => ({
  /** ID of the tie. */
  relationshipID: integer,
  /** The other customer. */
  id,
  /** Name of the other customer. */
  name: text,
  /** 1 for the one that counts when nobody says otherwise. */
  default: flag,
}));
