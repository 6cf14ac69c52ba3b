import { defineCall } from '../../define-call.ts';
import { isoDateTime } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { oneOf, text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { events } from './events.ts';
import { salonStatuses, salonTypes } from './salon-words.ts';

const salon = { module: 'salon', code: 1006 } as const;

/** Makes an event, or edits the one of `id`. */
export const saveEvent = defineCall({
  name: 'saveEvent',
  docs: 'https://learn-api.erply.com/requests/saveevent',
  effect: 'write',
  table: events,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The event to edit, which the answer calls `eventID`; a new one is made when left out. */
    id: integer.optional(),
    /** What people read in the calendar. */
    description: text.optional(),
    /** Its type. A new event needs it, or `type`. */
    typeID: integer.optional(),
    /** What sort of event of a salon it is, in place of `typeID`; salon module. */
    type: oneOf(salonTypes).optional(),
    /** When it begins, in the account's time zone. A new event needs it. */
    startTime: isoDateTime.optional(),
    /** When it ends, in the account's time zone. A new event needs it; older pages leave it open. */
    endTime: isoDateTime.optional(),
    /** The customer that it is about. */
    customerID: integer.optional(),
    /** A contact person of the customer. */
    contactID: integer.optional(),
    /** The project that it is part of. */
    projectID: integer.optional(),
    /** Whose task it is. */
    employeeID: integer.optional(),
    /** The employee who wrote it down. */
    submitterID: integer.optional(),
    /** The supplier that it is about. */
    supplierID: integer.optional(),
    /** Its status. */
    statusID: integer.optional(),
    /** How far an appointment is, in place of `statusID`; salon module. */
    status: oneOf(salonStatuses).optional(),
    /** A room or a thing that it needs. */
    resourceID: integer.optional(),
    /** What is done in the salon; salon module. */
    productID: integer.optional(),
    /** The salon; salon module. */
    warehouseID: integer.optional(),
    /** When the customer came; salon module. */
    checkInTime: unixSeconds.optional(),
    /** When the customer left; salon module. */
    checkOutTime: unixSeconds.optional(),
    /** When the work began; salon module. */
    serviceStartTime: unixSeconds.optional(),
    /** 1 when it is done. */
    completed: flag.optional(),
    /** Written freely. */
    notes: text.optional(),
    /**
     * 1 to refuse the event with 1043 when its employee is taken at that time: when another event of the employee that is
     * not a `SCHEDULE` has some time in common with it. Older pages say it of new appointments only. Without the salon
     * module it does nothing.
     */
    notOverlapping: flag.optional(),
    ...attributeInputs(),
  }),
  idInput: 'id',
  createNeeds: [['typeID', 'type'], ['startTime'], ['endTime']],
  moduleInputs: {
    type: salon,
    status: salon,
    productID: salon,
    warehouseID: salon,
    checkInTime: salon,
    checkOutTime: salon,
    serviceStartTime: salon,
  },
  result: { one: savedRecord('eventID') },
  example: {
    description: 'Measure the hall',
    typeID: 1,
    startTime: '2026-02-02 10:00:00',
    endTime: '2026-02-02 10:30:00',
    customerID: 1003,
  },
  errors: [1006, 1010, 1011, 1014, 1016, 1043, 1061, 1062],
  loggable: [
    'id',
    'typeID',
    'type',
    'startTime',
    'endTime',
    'customerID',
    'contactID',
    'projectID',
    'employeeID',
    'submitterID',
    'supplierID',
    'statusID',
    'status',
    'resourceID',
    'productID',
    'warehouseID',
    'checkInTime',
    'checkOutTime',
    'serviceStartTime',
    'completed',
    'notOverlapping',
  ],
  evidence: 'Documented, names from documentation of about 2019.',
});
