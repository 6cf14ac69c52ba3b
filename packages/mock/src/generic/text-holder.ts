import type { Account } from '../account/account.ts';

/** The first record that has a text now, other than the one with an ID; `undefined` where none has it. */
export type TextHolder = (ownID: number | undefined) => number | undefined;

/**
 * Looks up which rows of the base have a text in a field, and answers the look itself, which does not wait: from it to what
 * follows from it nobody comes between.
 */
export async function textHolder(
  account: Account,
  tableName: string,
  [field, text]: readonly [field: string, text: string],
): Promise<TextHolder> {
  const ofBase = await account.finder(tableName).base.equal(field, text);
  return (ownID) => {
    const table = account.table(tableName);
    const { changes } = table;
    const isOther = (id: number) => id !== ownID;
    const unchanged = ofBase.find((id) => isOther(id) && !changes.has(id));
    return unchanged ?? [...table.changedWith(field, text)].find(isOther);
  };
}
