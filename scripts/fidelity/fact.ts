import type { SwitchName } from '@erply-kit/mock';

/** How sure it is that Erply does so, too. */
export type Evidence =
  /** Erply's own pages or release notes say so. */
  | 'documented'
  /** It shows in captured answers, or in the code of clients that work. */
  | 'observed'
  /** Nobody says so: it follows from the rest, or is the likeliest of what sources leave open. */
  | 'inferred';

/** Options of the fake that change a behaviour, beside its switches. */
type OptionName =
  | 'cors'
  | 'max-accounts'
  | 'max-body-bytes'
  | 'max-parameters'
  | 'now'
  | 'public-url'
  | 'quota'
  | 'rate-limit'
  | 'seed'
  | 'strict';

/** One thing that the fake does as Erply does, or as we think that it does. */
export interface Fact {
  readonly behaviour: string;
  readonly evidence: Evidence;
  /** Changes it: a switch, an option, or a setting of the account. */
  readonly option?: `--set ${SwitchName}` | `--${OptionName}` | 'account data' | 'account config';
  /** Name of a test file of packages/mock, without `.test.ts`, and title of the test that proves it. */
  readonly test: readonly [file: string, title: string];
}
