import { defineRecord } from '../../define-record.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { loggedTables } from './logged-tables.ts';

/** One deletion. */
export const userOperation = defineRecord(() => ({
  /** Grows with every entry. */
  logID: id,
  /** Who did it. */
  userName: text,
  /** When, by the server's clock. */
  timestamp: unixSeconds,
  /** The table that the record was in. */
  tableName: word(loggedTables),
  /** ID of the record that is gone. */
  itemID: integer,
  /** In no document, though SDKs read it: presumably always the deletion. */
  operation: text.optional(),
  /** In no document, though SDKs read it. */
  module: text.optional(),
}));
