import type { Account } from '../account/account.ts';
import { eachOfInSlices, type Steps } from '../slices.ts';

/**
 * Goes through what an account has while other requests are answered, and still sees all of it as it was at the start:
 * what would change the account has the rest gone through at once, before it does.
 */
export async function readInSlices<TItem>(
  account: Account,
  items: Iterable<TItem>,
  each: (item: TItem) => void,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const rest = { [Symbol.iterator]: () => iterator };
  const finish = () => {
    for (const item of rest) each(item);
  };
  account.beforeChange.add(finish);
  try {
    await eachOfInSlices(rest, each);
  } finally {
    account.beforeChange.delete(finish);
  }
}

/** The same of work in steps, and answers what they come to. */
export async function takeStepsOf<TResult>(account: Account, steps: Steps<TResult>): Promise<TResult> {
  let result: { readonly value: TResult } | undefined;
  function* untilDone(): Steps {
    result = { value: yield* steps };
  }
  await readInSlices(account, untilDone(), () => {});
  if (result === undefined) throw new Error('the steps were not taken to their end');
  return result.value;
}
