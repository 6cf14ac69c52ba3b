/** Somebody who can log in. The fake's passwords are no secrets: they guard made-up data. */
export interface User {
  readonly userID: number;
  readonly userName: string;
  readonly password: string;
  readonly employeeID: number;
  readonly employeeName: string;
  readonly groupID: number;
  readonly groupName: string;
}

/** The user that every account has. */
export const demoUser: User = {
  userID: 1,
  userName: 'demo',
  password: 'demouser',
  employeeID: 1,
  employeeName: 'Demo User',
  groupID: 1,
  groupName: 'Administrators',
};
