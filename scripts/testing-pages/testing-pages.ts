/** A page whose code blocks are run. */
export interface TestingPage {
  /** Of its step in a check. */
  readonly name: string;
  readonly file: string;
  /** Prints the version of what the page needs beside Node; where that is missing, the page is not run. */
  readonly version: readonly string[];
}

/** All of them. */
export const testingPages: readonly TestingPage[] = [
  { name: 'page-vitest', file: 'docs/testing.md', version: [process.execPath, '--version'] },
  { name: 'page-curl', file: 'docs/testing-curl.md', version: ['curl', '--version'] },
  { name: 'page-pytest', file: 'docs/testing-pytest.md', version: ['python3', '-m', 'pytest', '--version'] },
  { name: 'page-phpunit', file: 'docs/testing-phpunit.md', version: ['phpunit', '--version'] },
  { name: 'page-go', file: 'docs/testing-go.md', version: ['go', 'version'] },
];
