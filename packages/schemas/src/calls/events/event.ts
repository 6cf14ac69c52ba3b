import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDateTime } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { salonStatuses, salonTypes } from './salon-words.ts';

/** Something in the calendar: a meeting, a call, a task, or an appointment in a salon. */
export const event = defineRecord(() => ({
  /** ID of the event. */
  eventID: id,
  /** What people read in the calendar. */
  description: text,
  /** Its type. */
  typeID: integer,
  /** Name of its type. */
  typeName: text,
  /** When it begins, in the account's time zone. */
  startTime: isoDateTime,
  /** When it ends, in the account's time zone. */
  endTime: isoDateTime,
  /** The customer that it is about. */
  customerID: integer,
  /** Name of that customer. */
  customerName: text,
  /** A contact person of the customer. */
  contactID: integer,
  /** Name of that person. */
  contactName: text,
  /** The project that it is part of. */
  projectID: integer,
  /** Name of that project. */
  projectName: text,
  /** Whose task it is. */
  employeeID: integer,
  /** Name of that employee. */
  employeeName: text,
  /** The employee who wrote it down. */
  submitterID: integer,
  /** Name of that employee. */
  submitterName: text,
  /** The supplier that it is about. */
  supplierID: integer,
  /** Name of that supplier. */
  supplierName: text,
  /** Its status. */
  statusID: integer,
  /** Name of its status. */
  statusName: text,
  /** 1 when it is done. */
  completed: flag,
  /** A room or a thing that it needs. */
  resourceID: integer,
  /** Name of that thing; no call that we know lists such names. */
  resourceName: text,
  /** What is done in the salon. Salon module only. */
  productID: integer.optional(),
  /** Name of that product. Salon module only. */
  productName: text.optional(),
  /** The salon. Salon module only. */
  warehouseID: integer.optional(),
  /** When the customer came; 0 before that. Salon module only. */
  checkInTime: unixSeconds.optional(),
  /** When the customer left; 0 before that. Salon module only. */
  checkOutTime: unixSeconds.optional(),
  /** When the work began; 0 before that. Salon module only. */
  serviceStartTime: unixSeconds.optional(),
  /** What sort of event of a salon it is; empty for all others. Salon module only. */
  type: word(salonTypes).optional(),
  /** How far an appointment is. Salon module only. */
  status: word(salonStatuses).optional(),
  /** Written freely. */
  notes: text,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
  /** When it was made; only with `responseMode=detail`. */
  added: unixSeconds.optional(),
}));
