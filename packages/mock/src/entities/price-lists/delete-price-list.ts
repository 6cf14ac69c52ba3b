import { type calls, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { mayDo } from '../../account/user.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { referringFields } from '../../store/joins.ts';
import { refuse } from '../../wire/refusal.ts';

interface Association {
  readonly tableName: string;
  readonly field: string;
  readonly id: number;
}

/** Finds what has a price list: where, and in which field. Looks through all customers, the first time in slices. */
async function associationFinder(account: Account): Promise<(priceListID: number) => Association[]> {
  const fields = account.tableNames.flatMap((tableName) =>
    referringFields(account.table(tableName), 'priceLists').map((field) => ({ tableName, field })),
  );
  for (const { tableName, field } of fields) await account.table(tableName).index(field);
  return (priceListID) =>
    fields.flatMap(({ tableName, field }) =>
      account
        .table(tableName)
        .find(field, priceListID)
        .map((id) => ({ tableName, field, id })),
    );
}

/** Deletes price lists, all or none of them; those that do not exist are not reported. */
export const deletePriceList: Handler<typeof calls.deletePriceList> = async (context, input) => {
  const { account } = context;
  const user = userOf(context);
  const associationsOf = await associationFinder(account);
  const table = account.table('priceLists');
  const ids = [...new Set(input.priceListIDs)].filter((id) => table.has(id));
  const associations = ids.flatMap(associationsOf);
  if (associations.length > 0 && input.deleteAllAssociations !== 1) refuse(1022);
  // Whose records would lose the list has to be the user's to edit.
  if (associations.some(({ tableName }) => !mayDo(user, 'edit', tableName))) refuse(1063);
  for (const { tableName, field, id } of associations)
    account.update(tableName, { id, fields: { [field]: 0 }, user });
  for (const id of ids) account.remove('priceLists', id, user);
  return { recordsTotal: 1, records: [phpJson({ deletedIDs: ids.join() })] };
};
