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
  /** The employee that the user is; 0 for none. */
  readonly employeeID: number;
  readonly groupID: number;
  /** Without it every call is refused with 1065. */
  readonly apiAccess: boolean;
  readonly rights: Rights;
  /** Locations that the user may work with; `null` for all. */
  readonly warehouseIDs: readonly number[] | null;
  /** Unix seconds; left out for a user who is as old as the shop. */
  readonly added?: number;
  readonly addedByUserName?: string;
  /** Unix seconds; 0 until the first edit. */
  readonly lastModified?: number;
  readonly lastModifiedByUserName?: string;
}

/** May do everything. */
export const allRights: Rights = { view: true, add: true, edit: true, delete: true };

/** The user that every account has; the tables of every shop have its employee and its group. */
export const demoUser: User = {
  userID: 1,
  userName: 'demo',
  password: 'demouser',
  cardCode: null,
  employeeID: 1,
  groupID: 1,
  apiAccess: true,
  rights: allRights,
  warehouseIDs: null,
};

/** The user has a right on a table. */
export function mayDo(user: User, right: Right, tableName: string): boolean {
  const given = user.rights[right];
  return typeof given === 'boolean' ? given : given.includes(tableName);
}
