import { defineCall } from '../../define-call.ts';
import { isoDateTime } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { anyCaseOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { detailInput } from '../detail-input.ts';
import { languageInput } from '../language-inputs.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { event } from './event.ts';
import { events } from './events.ts';

const salon = { module: 'salon', code: 1006 } as const;

/** What is in the calendar: meetings, calls, tasks, and appointments in salons. */
export const getEvents = defineCall({
  name: 'getEvents',
  docs: 'https://learn-api.erply.com/requests/getevents',
  effect: 'read',
  table: events,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this event. */
    eventID: integer.optional(),
    /** Only events whose description has this in it. */
    description: text.optional(),
    /** Only tasks of this employee. */
    employeeID: integer.optional(),
    /** Only events that this employee wrote down. */
    submitterID: integer.optional(),
    /** Only events about this supplier; Erply spells the input so. */
    supllierID: integer.optional(),
    /** Only events with this status. */
    statusID: integer.optional(),
    /** Only events of this type. */
    typeID: integer.optional(),
    /** Only events about this customer. */
    customerID: integer.optional(),
    /** Only events about these customers. */
    customerIDs: idList.optional(),
    /** Only events that begin then or later, in the account's time zone. */
    startDateTimeFrom: isoDateTime.optional(),
    /** Only events that begin then or earlier, in the account's time zone. */
    startDateTimeUntil: isoDateTime.optional(),
    /** Only events that end then or later, in the account's time zone. */
    endDateTimeFrom: isoDateTime.optional(),
    /** Only events that end then or earlier, in the account's time zone; one without an end is not among them (inferred). */
    endDateTimeUntil: isoDateTime.optional(),
    /** Only events that need this room or thing. */
    resourceID: integer.optional(),
    /** Only events of this project. */
    projectID: integer.optional(),
    /** Only events in this salon; salon module. */
    warehouseID: integer.optional(),
    ...attributeFilter(),
    /** 1 for only events of salons, without those that say when employees are at work; salon module. */
    getAllSalonEvents: flag.optional(),
    /** Only events added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...languageInput(),
    /** What to sort by; `startTime` when left out. `type` and `status` sort by ID (inferred). */
    orderBy: anyCaseOf([
      'eventID',
      'startTime',
      'endTime',
      'type',
      'status',
      'customerName',
      'employeeName',
      'submitterName',
    ]).optional(),
    /** `asc` when left out (inferred). */
    orderByDir: anyCaseOf(orderDirections).optional(),
    ...pagingInputs(),
    ...detailInput(),
  }),
  rules: attributeFilterRules,
  moduleInputs: { warehouseID: salon, getAllSalonEvents: salon },
  order: {
    fields: {
      eventID: 'eventID',
      startTime: 'startTime',
      endTime: 'endTime',
      type: 'typeID',
      status: 'statusID',
      customerName: 'customerName',
      employeeName: 'employeeName',
      submitterName: 'submitterName',
    },
    orderBy: 'startTime',
    orderByDir: 'asc',
  },
  searches: { description: { match: 'contains', fields: ['description'] } },
  filters: {
    customerIDs: { field: 'customerID', by: 'oneOf' },
    startDateTimeFrom: { field: 'startTime', by: 'from' },
    startDateTimeUntil: { field: 'startTime', by: 'to' },
    endDateTimeFrom: { field: 'endTime', by: 'from' },
    endDateTimeUntil: { field: 'endTime', by: 'to' },
  },
  result: { list: event },
  detailFields: ['added'],
  paging: {
    defaultPageSize: 20,
    maxPageSize: () => 1000,
    stableOrder: { orderBy: 'eventID', orderByDir: 'asc' },
    stableKey: 'eventID',
  },
  errors: [1006, 1030],
  loggable: [
    'eventID',
    'employeeID',
    'submitterID',
    'supllierID',
    'statusID',
    'typeID',
    'customerID',
    'customerIDs',
    'startDateTimeFrom',
    'startDateTimeUntil',
    'endDateTimeFrom',
    'endDateTimeUntil',
    'resourceID',
    'projectID',
    'warehouseID',
    'getAllSalonEvents',
    'changedSince',
    'lang',
    'orderBy',
    'orderByDir',
    'recordsOnPage',
    'pageNo',
    'responseMode',
  ],
  evidence: 'Documented; wire types follow the documentation.',
});
