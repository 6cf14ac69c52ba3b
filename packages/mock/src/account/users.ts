import { demoUser, type User } from './user.ts';

/** The users of one account. */
export class Users {
  readonly #users = new Map<number, User>([[demoUser.userID, demoUser]]);
  #nextID = demoUser.userID + 1;

  all(): readonly User[] {
    return [...this.#users.values()];
  }

  get(userID: number): User | undefined {
    return this.#users.get(userID);
  }

  named(userName: string): User | undefined {
    return this.all().find((user) => user.userName === userName);
  }

  withCardCode(cardCode: string): User | undefined {
    return this.all().find((user) => user.cardCode === cardCode);
  }

  add(user: Omit<User, 'userID'>): number {
    const userID = this.#nextID;
    this.#nextID += 1;
    this.#users.set(userID, { userID, ...user });
    return userID;
  }

  change(userID: number, fields: Partial<Omit<User, 'userID'>>): void {
    const user = this.#users.get(userID);
    if (user !== undefined) this.#users.set(userID, { ...user, ...fields });
  }

  remove(userID: number): void {
    this.#users.delete(userID);
  }
}
