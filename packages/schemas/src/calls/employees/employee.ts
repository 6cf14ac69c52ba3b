import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { idString, integer, integerString, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

const allowedWarehouse = defineRecord(() => ({
  /** ID of the location; inside quotes in getWarehouses. */
  id: integer,
}));

const employeeProduct = defineRecord(() => ({
  /** ID of the product. */
  productID: integer,
  /** The product's first code. */
  productCode: text,
  /** What people read. */
  productName: text,
  /** The product's group. */
  productGroup: integer,
}));

/** Somebody who works for the company. All of it is personal: keep it out of logs. */
export const employee = defineRecord(() => ({
  /** The same ID as a number: the old name of `employeeID`. */
  id: integer,
  /** ID of the employee; inside quotes, unlike `id`. */
  employeeID: idString,
  /** First and last name with a blank between (inferred). */
  fullName: text,
  /** The same as `fullName` (inferred). */
  employeeName: text,
  /** First name. */
  firstName: text,
  /** Last name. */
  lastName: text,
  /** Telephone. */
  phone: text,
  /** Mobile telephone. */
  mobile: text,
  /** E-mail address. */
  email: text,
  /** Fax number. */
  fax: text,
  /** National number, or another code. */
  code: text,
  /** Erply does not list the words. */
  gender: text,
  /** The user that logs in as this employee; absent without one. */
  userID: integerString.optional(),
  /** That user's group; absent without a user. */
  userGroupID: integerString.optional(),
  /** The name that the user logs in with; absent without a user. */
  username: text.optional(),
  /** The cash drawer; only newer servers send it. */
  drawerID: text,
  /** Locations that the user may work with; empty without a user (inferred). */
  warehouses: z.array(allowedWarehouse()),
  /** Registers of these locations (inferred), IDs with commas between. */
  pointsOfSale: idList,
  /** Products of the employee's product groups; only with `getProductInfo`, salon module. */
  productIDs: z.array(employeeProduct()).optional(),
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Who edited it last. */
  lastModifiedByUserName: text,
  /** Only with `responseMode=detail`. */
  skype: text.optional(),
  /** Only with `responseMode=detail`; `jobTitle` in saveEmployee. */
  jobTitleName: text.optional(),
  /** Only with `responseMode=detail`. */
  notes: text.optional(),
  /** Only with `responseMode=detail`. */
  birthday: isoDate.optional(),
  /** Employees with the same title have the same ID (inferred); only with `responseMode=detail`. */
  jobTitleID: integer.optional(),
  /** When the card was made; only with `responseMode=detail`. */
  added: unixSeconds.optional(),
}));
