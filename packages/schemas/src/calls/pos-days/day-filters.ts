import type { ListFilter } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeFilter } from '../attribute-inputs.ts';

/** What days of registers are found by. */
export const dayInputs = () => ({
  /** Only this day. */
  dayID: integer.optional(),
  /** Only days of registers in this location. */
  warehouseID: integer.optional(),
  /** Only days of this register. */
  pointOfSaleID: integer.optional(),
  /** Only days opened then or later. */
  openedUnixTimeFrom: unixSeconds.optional(),
  /** Only days opened then or before. */
  openedUnixTimeUntil: unixSeconds.optional(),
  /** Only days closed then or later. */
  closedUnixTimeFrom: unixSeconds.optional(),
  /** Only days closed then or before. */
  closedUnixTimeUntil: unixSeconds.optional(),
  ...attributeFilter(),
  /** Only days in this currency; POS multicurrency module. */
  currencyCode: text.optional(),
});

/** The spans of time among them. */
export const daySpans = {
  openedUnixTimeFrom: { field: 'openedUnixTime', by: 'from' },
  openedUnixTimeUntil: { field: 'openedUnixTime', by: 'to' },
  closedUnixTimeFrom: { field: 'closedUnixTime', by: 'from' },
  closedUnixTimeUntil: { field: 'closedUnixTime', by: 'to' },
} as const satisfies Readonly<Record<string, ListFilter>>;
