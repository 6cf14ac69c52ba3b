import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** A day (shift) of a register in one currency: when it was opened and closed, and with how much cash. */
export const dayClosing = defineRecord(() => ({
  /** ID of the day. */
  dayID: id,
  /** The location of the register. */
  warehouseID: integer,
  /** Name of that location. */
  warehouseName: text,
  /** The register. */
  pointOfSaleID: integer,
  /** Name of the register. */
  pointOfSaleName: text,
  /** The drawer, where the day was opened with one; only newer pages list it. */
  drawerID: integer,
  /** Only newer pages list it; its words are not known. */
  shiftType: text.optional(),
  /** Who works with the drawer; only newer pages list it, and its form is not known. */
  employees: z.unknown().optional(),
  /** When it was opened. */
  openedUnixTime: unixSeconds,
  /** Who opened it. */
  openedByEmployeeID: integer,
  /** Name of that employee. */
  openedByEmployeeName: text,
  /** Cash that was counted then. */
  openedSum: decimal,
  /** When it was closed; 0 while it is open (inferred). */
  closedUnixTime: unixSeconds,
  /** Who closed it. */
  closedByEmployeeID: integer,
  /** Name of that employee. */
  closedByEmployeeName: text,
  /** Cash that was left in the register. */
  closedSum: decimal,
  /** Cash that was taken out. */
  bankedSum: decimal,
  /** Written freely. */
  notes: text,
  /** Why the cash is not what it should be. */
  reasonID: integer,
  /** The currency of the sums. POS multicurrency module only. */
  currencyCode: text.optional(),
  /** Only when it has any. */
  attributes: z.array(attribute()).optional(),
}));
