import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** Work for a customer that documents and events belong to. It does not say when it was made. */
export const project = defineRecord(() => ({
  /** ID of the project. */
  projectID: id,
  /** What people read. */
  name: text,
  /** Whom it is for. */
  customerID: integer,
  /** Name of that customer. */
  customerName: text,
  /** Who manages it. */
  employeeID: integer,
  /** Name of that employee. */
  employeeName: text,
  /** Its type. */
  typeID: integer,
  /** Name of its type. */
  typeName: text,
  /** Its status. */
  statusID: integer,
  /** Name of its status. */
  statusName: text,
  /** The first day. */
  startDate: isoDate,
  /** The last day. */
  endDate: isoDate,
  /** Written freely. */
  notes: text,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
