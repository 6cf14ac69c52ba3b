import type { Account, StateDefinition } from '../../account/account.ts';

/** The last number that documents of each type were given. */
type LastNumbers = Map<string, number>;

/** Numbers begin after this, as that of the sampled answer does. */
const beforeFirst = 100_000;

/** About what one of a dozen numbers takes of the memory. */
const numberBytes = 50;

const lastNumbers: StateDefinition<LastNumbers, readonly (readonly [type: string, last: number])[]> = {
  name: 'salesDocumentNumbers',
  create: (_, saved) => new Map(saved),
  save: (numbers) => [...numbers],
  bytesOf: ({ size }) => size * numberBytes,
};

/** Another document of the type has the number. */
const isTaken = (account: Account, type: string, number: number) => {
  const documents = account.table('salesDocuments');
  return documents.find('number', String(number)).some((id) => documents.value('type', id) === type);
};

/** The next number of a type that no document has. Each type is numbered by itself (inferred). */
export function nextNumber(account: Account, type: string): string {
  const numbers = account.state(lastNumbers);
  let number = (numbers.get(type) ?? beforeFirst) + 1;
  while (isTaken(account, type, number)) number += 1;
  numbers.set(type, number);
  return String(number);
}

/** The number that a user wants, where it is free or need not be. */
export function ownNumber(
  account: Account,
  wanted: { readonly type: string; readonly invoiceNo: number; readonly isDuplicateAllowed: boolean },
): string | undefined {
  const { type, invoiceNo, isDuplicateAllowed } = wanted;
  return isDuplicateAllowed || !isTaken(account, type, invoiceNo) ? String(invoiceNo) : undefined;
}
