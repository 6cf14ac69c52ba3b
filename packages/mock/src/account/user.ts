/** What a user may do with records: everything, nothing, or with those of some tables. */
export interface Rights {
  readonly view: boolean | readonly string[];
  readonly add: boolean | readonly string[];
  readonly edit: boolean | readonly string[];
  readonly delete: boolean | readonly string[];
}

export type Right = keyof Rights;

/** Somebody who can log in. The fake's passwords are not secrets: they guard made-up data. */
export interface User {
  readonly userID: number;
  readonly userName: string;
  /** `null` for a user who has none and so cannot log in (1053). */
  readonly password: string | null;
  /** The PIN by which switchUser knows the user; `null` for none. */
  readonly cardCode: string | null;
  readonly employeeID: number;
  readonly employeeName: string;
  readonly groupID: number;
  readonly groupName: string;
  /** Without it every call is refused with 1065. */
  readonly apiAccess: boolean;
  readonly rights: Rights;
  /** Locations that the user may work with; `null` for all. */
  readonly warehouseIDs: readonly number[] | null;
}

/** May do everything. */
export const allRights: Rights = { view: true, add: true, edit: true, delete: true };

/** The user that every account has. */
export const demoUser: User = {
  userID: 1,
  userName: 'demo',
  password: 'demouser',
  cardCode: null,
  employeeID: 1,
  employeeName: 'Demo User',
  groupID: 1,
  groupName: 'Administrators',
  apiAccess: true,
  rights: allRights,
  warehouseIDs: null,
};

/** The user has a right on a table. */
export function mayDo(user: User, right: Right, tableName: string): boolean {
  const given = user.rights[right];
  return typeof given === 'boolean' ? given : given.includes(tableName);
}
