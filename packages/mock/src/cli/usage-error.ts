/** The command line or the environment is wrong; one sentence with the fix. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
