export { FaultsNotFiredError } from './check-faults.ts';
export { startTestMock, type TestMock, type TestMockOptions } from './start-test-mock.ts';
export type { Connection, TestAccount } from './test-account.ts';
