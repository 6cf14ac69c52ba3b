import type { Behaviour } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';

/** The whole name follows from its parts, unless it is given. */
function withWholeName(fields: Row, before: Row | undefined): Row {
  const isRenamed = fields.firstName !== undefined || fields.lastName !== undefined;
  if (!isRenamed || fields.fullName !== undefined) return fields;
  const { firstName, lastName } = { ...before, ...fields };
  return { ...fields, fullName: [firstName, lastName].filter(Boolean).join(' ') };
}

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
  toStored: withWholeName,
  derive(joined, row) {
    joined.id = row.employeeID;
    joined.employeeName = row.fullName;
  },
};
