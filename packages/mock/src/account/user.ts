import { hashSecret } from './secret-hash.ts';

/** What a user may do with records: everything, nothing, or with those of some tables. */
export interface Rights {
  readonly view: boolean | readonly string[];
  readonly add: boolean | readonly string[];
  readonly edit: boolean | readonly string[];
  readonly delete: boolean | readonly string[];
}

export type Right = keyof Rights;

/** Somebody who can log in. Passwords and PINs are kept as what `hashSecret` makes of them, never as they are. */
export interface User {
  readonly userID: number;
  readonly userName: string;
  /** `null` for a user who has none and so cannot log in (1053). */
  readonly passwordHash: string | null;
  /** Of the PIN by which switchUser knows the user; `null` for none. */
  readonly cardCodeHash: string | null;
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

/** What of a user is never kept as it is. */
export interface UserSecrets {
  readonly password: string | null;
  /** The PIN. */
  readonly cardCode: string | null;
}

/** A user as somebody adds one. */
export type NewUser = Omit<User, 'userID' | 'passwordHash' | 'cardCodeHash'> & UserSecrets;

/** What is kept of a password or PIN of a user. */
export const secretOfUser = (userID: number, secret: string | null): string | null =>
  secret === null ? null : hashSecret(secret, `users/${userID}`);

const demoUserID = 1;

/** The user that every account has; the tables of every shop have its employee and its group. */
export const demoUser: User = {
  userID: demoUserID,
  userName: 'demo',
  passwordHash: secretOfUser(demoUserID, 'demouser'),
  cardCodeHash: null,
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
