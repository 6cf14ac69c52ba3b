import { OptionError } from '../options.ts';
import { type RunningMock, type StartOptions, startMock } from '../start-mock.ts';
import { accountCode, type TestName } from './account-code.ts';
import { checkFaults } from './check-faults.ts';
import { journalText } from './journal-text.ts';
import type { TestAccount } from './test-account.ts';

/** Options of `startMock()`, but for `accounts`: each test has a client code of its own. */
export type TestMockOptions = Omit<StartOptions, 'accounts'>;

/** A fake Erply on a free port that gives each test an account of its own. */
export interface TestMock extends RunningMock {
  /**
   * A new account, whose client code follows from the name of the test: in each run the same. `forget()` gives the code
   * free; two accounts of one name at a time have two codes. `place` tells tests of one name apart: their file, say.
   */
  newAccount(name: string, place?: string): TestAccount;
  /**
   * Runs a test with an account of its own, checks that all its faults have fired, and forgets the account. Of a test
   * that fails the journal is written to stderr first.
   * @throws FaultsNotFiredError, and whatever the test throws.
   */
  run<TResult>(name: string, test: (account: TestAccount) => TResult | Promise<TResult>): Promise<TResult>;
}

/**
 * Starts a fake Erply for the tests of one process; works with any test runner.
 * @throws OptionError or SwitchError naming a wrong option.
 * @example
 * await using erply = await startTestMock({ products: 50 });
 * await erply.run('reads the products', async ({ url, clientCode }) => console.log(url, clientCode));
 */
export async function startTestMock(options: TestMockOptions = {}): Promise<TestMock> {
  if ('accounts' in options)
    throw new OptionError('must be left out: each test has a code of its own', 'accounts');
  const mock = await startMock(options);
  const openCodes = new Set<string>();
  const newAccount = (name: string, place = '') => {
    const clientCode = freeCode(openCodes, { name, place });
    openCodes.add(clientCode);
    return openAccount(mock, clientCode, () => openCodes.delete(clientCode));
  };
  return { ...mock, newAccount, run: (name, test) => runTest(newAccount(name), test) };
}

function freeCode(openCodes: ReadonlySet<string>, test: Omit<TestName, 'attempt'>): string {
  let attempt = 0;
  while (openCodes.has(accountCode({ ...test, attempt }))) attempt += 1;
  return accountCode({ ...test, attempt });
}

function openAccount(mock: RunningMock, clientCode: string, onForgotten: () => void): TestAccount {
  const control = mock.account(clientCode);
  const connection = { url: mock.url, clientCode, username: 'demo', password: 'demouser' };
  return {
    ...control,
    ...connection,
    connection,
    check: () => checkFaults(control),
    journalText: () => journalText(control),
    forget() {
      control.forget();
      onForgotten();
    },
  };
}

async function runTest<TResult>(
  account: TestAccount,
  test: (account: TestAccount) => TResult | Promise<TResult>,
): Promise<TResult> {
  try {
    const result = await test(account);
    account.check();
    return result;
  } catch (error) {
    console.error(account.journalText());
    throw error;
  } finally {
    account.forget();
  }
}
