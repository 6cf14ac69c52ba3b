import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { monthDay } from '../../wire/month-day.ts';
import { anyCaseOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { detailInput } from '../detail-input.ts';
import { languageInput } from '../language-inputs.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { employee } from './employee.ts';
import { employees } from './employees.ts';

/**
 * Employees, with the users that they log in as.
 * @deprecated Erply recommends instead: Account Administration API GET /v1/employee.
 */
export const getEmployees = defineCall({
  name: 'getEmployees',
  docs: 'https://learn-api.erply.com/requests/getemployees',
  effect: 'read',
  table: employees,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this employee. */
    employeeID: integer.optional(),
    /** Only employees whose name, e-mail address or telephone has this in it. */
    searchName: text.optional(),
    /** Only records added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    /** Only employees whose user is in this group: nobody without a user. */
    userGroupID: integer.optional(),
    /** Only employees whose user logs in with exactly this name, or who have exactly this e-mail address. */
    usernameOrEmail: text.optional(),
    /** Only employees whose user may work with this location: nobody without a user (inferred). */
    warehouseID: integer.optional(),
    /** 1 adds `productIDs`; salon module. */
    getProductInfo: flag.optional(),
    /** Only employees with a birthday on this day of the year or later, as MM-DD. */
    birthdayMonthDayFrom: monthDay.optional(),
    /** Only employees with a birthday on this day of the year or before, as MM-DD; before the first day: next year. */
    birthdayMonthDayTo: monthDay.optional(),
    ...attributeFilter(),
    ...languageInput(),
    /** What to sort by. Erply has an order by ID; its word for it is inferred. */
    orderBy: anyCaseOf(['employeeID']).optional(),
    /** `asc` when left out. */
    orderByDir: anyCaseOf(orderDirections).optional(),
    ...pagingInputs(),
    ...detailInput(),
  }),
  rules: attributeFilterRules,
  result: { list: employee },
  order: { fields: { employeeID: 'employeeID' }, orderBy: 'employeeID', orderByDir: 'asc' },
  searches: {
    searchName: { match: 'contains', fields: ['fullName', 'email', 'phone', 'mobile'] },
  },
  detailFields: ['skype', 'jobTitleName', 'notes', 'birthday', 'jobTitleID', 'added'],
  paging: {
    defaultPageSize: 20,
    maxPageSize: () => 100,
    stableOrder: { orderBy: 'employeeID', orderByDir: 'asc' },
    stableKey: 'employeeID',
  },
  errors: [1030, 1060],
  loggable: [
    'employeeID',
    'changedSince',
    'userGroupID',
    'warehouseID',
    'getProductInfo',
    'lang',
    'orderBy',
    'orderByDir',
    'recordsOnPage',
    'pageNo',
    'responseMode',
  ],
  deprecated: 'Account Administration API GET /v1/employee',
  evidence:
    'Wire types from a captured answer and a typed SDK; how names are put together, the word of the order and that the days of a birthday may wrap around the end of the year, as in getCustomers, are inferred.',
});
