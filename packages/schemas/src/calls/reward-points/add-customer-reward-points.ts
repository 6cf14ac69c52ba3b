import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { addedRewardPoints } from './added-reward-points.ts';
import { earnedRewardPointRecords } from './earned-reward-point-records.ts';

const extras = { module: 'rewardPointExtras', code: 1028 } as const;

/** Gives a customer points by hand; 1072 for one who collects none. Sales earn points by themselves. */
export const addCustomerRewardPoints = defineCall({
  name: 'addCustomerRewardPoints',
  docs: 'https://learn-api.erply.com/requests/addcustomerrewardpoints',
  effect: 'write',
  table: earnedRewardPointRecords,
  right: 'add',
  session: 'required',
  input: () => ({
    /** Who gets them. */
    customerID: integer,
    /** The sale that earned them. */
    invoiceID: integer.optional(),
    /** How many, more than 0 (1016). */
    points: decimal,
    /** When they were earned; now when left out. */
    createdUnixTime: unixSeconds.optional(),
    /** From when on they cannot be spent; never when left out. */
    expiryUnixTime: unixSeconds.optional(),
    /** The register; reward point extras module. */
    pointOfSaleID: integer.optional(),
    /** Who gives them; reward point extras module. */
    employeeID: integer.optional(),
    /** Written freely; reward point extras module. */
    description: text.optional(),
  }),
  module: 'rewardPoints',
  moduleInputs: { pointOfSaleID: extras, employeeID: extras, description: extras },
  result: { one: addedRewardPoints },
  example: { customerID: 1003, points: 10 },
  errors: [1006, 1010, 1011, 1016, 1028, 1061, 1072],
  loggable: ['invoiceID', 'points', 'createdUnixTime', 'expiryUnixTime', 'pointOfSaleID', 'employeeID'],
  evidence: 'A typed SDK; that customer and points are required is inferred.',
});
