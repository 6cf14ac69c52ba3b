import type { Row } from '../store/row.ts';
import type { Table } from '../store/table.ts';
import type { User } from './user.ts';

/** The most characters of a user's name in a field that ends so. */
const stampLengths = { Username: 16, UserName: Number.POSITIVE_INFINITY } as const;

/** Who did it, in records that say so. */
export function userStamp(table: Table, action: 'added' | 'lastModified', user: User): Row {
  const shape = table.definition.record().shape;
  const stamps = Object.entries(stampLengths).map(
    ([ending, length]) => [`${action}By${ending}`, length] as const,
  );
  const stamped = stamps
    .filter(([field]) => Object.hasOwn(shape, field))
    .map(([field, length]) => [field, user.userName.slice(0, length)] as const);
  if (action !== 'lastModified') return Object.fromEntries(stamped);
  // Records of some kinds name the user alone.
  const modifier = { lastModifierUsername: user.userName, lastModifierEmployeeID: user.employeeID };
  const named = Object.entries(modifier).filter(([field]) => Object.hasOwn(shape, field));
  return Object.fromEntries([...stamped, ...named]);
}
