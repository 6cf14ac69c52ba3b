import { type RunnerTestCase, type TestAPI, test } from 'vitest';

import { startTestMock, type TestAccount, type TestMock, type TestMockOptions } from './testing/index.ts';

/** What tests of `erplyTest()` can ask for. */
export interface ErplyFixtures {
  /** An account that only this test has. */
  erply: TestAccount;
  /** The fake that all tests of the worker share. */
  erplyMock: TestMock;
}

/**
 * Vitest's `test` with the fixture `erply`: an account of a fake Erply that only this test has. The fake is started at
 * the first test of a worker that asks for it, and closed with the worker. A test passes only when all faults it asked
 * for have fired; below one that fails stands what its account was asked.
 * @example
 * const test = erplyTest({ products: 50 });
 * test('asks nobody else', ({ erply }) => console.log(erply.url, erply.clientCode));
 */
export function erplyTest(options: TestMockOptions = {}): TestAPI<ErplyFixtures> {
  return test.extend<ErplyFixtures>({
    erplyMock: [
      // Vitest reads from the pattern which other fixtures are needed.
      // biome-ignore lint/correctness/noEmptyPattern: none are.
      async ({}, use) => {
        await using mock = await startTestMock(options);
        await use(mock);
      },
      { scope: 'worker' },
    ],
    erply: async ({ erplyMock, task }, use) => {
      const account = erplyMock.newAccount(task.name, placeOf(task));
      try {
        await use(account);
        finish(account, task);
      } finally {
        account.forget();
      }
    },
  });
}

/** The file and the suites of a test, which tell it from others of its name. */
function placeOf({ file, suite }: Readonly<RunnerTestCase>): string {
  const suites: string[] = [];
  for (let above = suite; above !== undefined; above = above.suite) suites.unshift(above.name);
  return [file.name, ...suites].join(' > ');
}

/** Writes the journal of a test that has failed, or that fails now because its faults have not fired. */
function finish(account: TestAccount, { result, fails }: Readonly<RunnerTestCase>): void {
  // Of a test that is meant to fail, or was skipped, there is nothing to explain.
  if (fails === true || result?.state === 'skip') return;
  if (result?.state === 'fail') {
    console.error(account.journalText());
    return;
  }
  try {
    account.check();
  } catch (error) {
    console.error(account.journalText());
    throw error;
  }
}
