import type { Account } from './account.ts';
import type { User } from './user.ts';

/** What a user's employee and group are called; "" where there is none. */
export interface UserNames {
  readonly employeeName: string;
  readonly groupName: string;
}

/** Reads the names where they are: in the tables of employees and of groups. */
export function userNames(account: Account, { employeeID, groupID }: User): UserNames {
  return {
    employeeName: account.table('employees').get(employeeID)?.fullName ?? '',
    groupName: account.table('userGroups').get(groupID)?.name ?? '',
  };
}
