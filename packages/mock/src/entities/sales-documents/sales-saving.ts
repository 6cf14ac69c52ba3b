import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import type { Row } from '../../store/row.ts';

export type SalesInput = InputOf<typeof calls.saveSalesDocument>;

/** A row of a sales document as it is sent. */
export type SentRow = NonNullable<SalesInput['rows']>[number];

/** A save of a sales document, before anything is written. */
export interface SalesSaving {
  readonly account: Account;
  readonly user: User;
  readonly input: SalesInput;
  /** The document that is edited; `undefined` for a new one. */
  readonly before: Row | undefined;
}

/** A sales document that was written or deleted. */
export interface WrittenDocument {
  readonly account: Account;
  readonly user: User;
  readonly id: number;
  /** As it was; `undefined` for one that was made. */
  readonly before: Row | undefined;
}

/** The rows of a document. */
export const rowsOf = (document: Row | undefined): readonly Row[] => (document?.rows ?? []) as readonly Row[];
