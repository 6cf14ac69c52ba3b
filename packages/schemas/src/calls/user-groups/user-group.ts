import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** A group of users. */
export const userGroup = defineRecord(() => ({
  /** ID of the group. */
  userGroupID: id,
  /** What people read. */
  name: text,
  /** When it was made. */
  added: unixSeconds,
  /** Who made it. */
  addedByUserName: text,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Who edited it last. */
  lastModifiedByUserName: text,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
