import type { Behaviour } from '../../account/account.ts';

/** What a card shows of the employee's user it does not hold: users are kept elsewhere. */
export const employees: Behaviour = {
  derivedFields: [
    'id',
    'employeeName',
    'userID',
    'userGroupID',
    'username',
    'warehouses',
    'pointsOfSale',
    'productIDs',
  ],
  derive(joined, row) {
    joined.id = row.employeeID;
    joined.employeeName = row.fullName;
  },
};
