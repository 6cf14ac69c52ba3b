import { isSecret } from './secret-hash.ts';
import { demoUser, type NewUser, secretOfUser, type User } from './user.ts';

/** About what a user takes of the memory. */
const userBytes = 600;

/** The users of an account as they were at one moment. */
export interface SavedUsers {
  readonly users: readonly User[];
  readonly nextID: number;
}

/** The users of one account. */
export class Users {
  readonly #users = new Map<number, User>([[demoUser.userID, demoUser]]);
  #nextID = demoUser.userID + 1;

  /** About what they take of the memory, beside the one that every account has. */
  get bytes(): number {
    return (this.#users.size - 1) * userBytes;
  }

  all(): readonly User[] {
    return [...this.#users.values()];
  }

  get(userID: number): User | undefined {
    return this.#users.get(userID);
  }

  named(userName: string): User | undefined {
    return this.all().find((user) => user.userName === userName);
  }

  /** The user with this PIN. */
  withCardCode(cardCode: string): User | undefined {
    return this.all().find(({ cardCodeHash }) => cardCodeHash !== null && isSecret(cardCode, cardCodeHash));
  }

  add({ password, cardCode, ...user }: NewUser): number {
    const userID = this.#nextID;
    this.#nextID += 1;
    this.#users.set(userID, {
      ...{ userID, ...user },
      passwordHash: secretOfUser(userID, password),
      cardCodeHash: secretOfUser(userID, cardCode),
    });
    return userID;
  }

  change(userID: number, { password, cardCode, ...fields }: Partial<NewUser>): void {
    const user = this.#users.get(userID);
    if (user === undefined) return;
    this.#users.set(userID, {
      ...{ ...user, ...fields },
      ...(password === undefined ? {} : { passwordHash: secretOfUser(userID, password) }),
      ...(cardCode === undefined ? {} : { cardCodeHash: secretOfUser(userID, cardCode) }),
    });
  }

  remove(userID: number): void {
    this.#users.delete(userID);
  }

  save(): SavedUsers {
    return { users: this.all(), nextID: this.#nextID };
  }

  load({ users, nextID }: SavedUsers): void {
    this.#users.clear();
    for (const user of users) this.#users.set(user.userID, user);
    this.#nextID = nextID;
  }
}
