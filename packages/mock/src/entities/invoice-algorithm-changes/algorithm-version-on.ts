import type { AlgorithmVersion } from '@erply-kit/schemas/totals';

import type { Account } from '../../account/account.ts';

const versions: readonly number[] = [2, 3, 4, 5] satisfies readonly AlgorithmVersion[];

/** The version of every account that has not asked for another. */
const defaultVersion: AlgorithmVersion = 2;

export const isAlgorithmVersion = (version: unknown): version is AlgorithmVersion =>
  versions.includes(version as number);

/** The version of the algorithm that sales documents of a day, yyyy-mm-dd, are computed by. */
export function algorithmVersionOn(account: Account, date: string): AlgorithmVersion {
  const table = account.table('invoiceAlgorithmChanges');
  let latest = '';
  let found = defaultVersion;
  for (const id of table.ids()) {
    const { date: from, version } = table.get(id) ?? {};
    if (typeof from !== 'string' || from > date || from < latest || !isAlgorithmVersion(version)) continue;
    latest = from;
    found = version;
  }
  return found;
}
