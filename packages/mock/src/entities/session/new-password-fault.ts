const leastLength = 8;

/** What a password needs at least one of each of. */
const needed = [/[a-z]/, /[A-Z]/, /\d/];

/** What is wrong with a new password: 1100 it is too short, 1102 too simple. */
export function newPasswordFault(password: string): 1100 | 1102 | undefined {
  if (password.length < leastLength) return 1100;
  return needed.every((pattern) => pattern.test(password)) ? undefined : 1102;
}
