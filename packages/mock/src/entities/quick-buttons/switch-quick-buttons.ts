import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import type { Answer } from '../../wire/envelope.ts';
import { refuse } from '../../wire/refusal.ts';

/** The two buttons of a request. */
export interface QuickButtons {
  readonly productID1?: number | undefined;
  readonly serviceID1?: number | undefined;
  readonly productID2?: number | undefined;
  readonly serviceID2?: number | undefined;
}

type Button = { readonly productID: number; readonly serviceID: number };

function buttonOf(input: QuickButtons, number: 1 | 2): Button {
  const productID = input[`productID${number}`] ?? 0;
  const serviceID = input[`serviceID${number}`] ?? 0;
  if (productID === 0 && serviceID === 0) refuse(1010, `productID${number}`);
  return { productID, serviceID };
}

/** A list of buttons: that of a location, or with 0 that of the whole account. */
interface List {
  readonly account: Account;
  readonly warehouseID: number;
}

/** 1011: the list has no such button. */
function rowOf({ account, warehouseID }: List, button: Button, number: 1 | 2): number {
  const table = account.table('posQuickButtons');
  for (const id of table.ids()) {
    const row = table.get(id);
    const isSame = (row?.productID ?? 0) === button.productID && (row?.serviceID ?? 0) === button.serviceID;
    if (isSame && (row?.warehouseID ?? 0) === warehouseID) return id;
  }
  return refuse(1011, button.productID === 0 ? `serviceID${number}` : `productID${number}`);
}

/** Makes two buttons of a list swap positions. */
export function switchQuickButtons(list: List, input: QuickButtons, user: User): Answer {
  const { account } = list;
  const first = buttonOf(input, 1);
  const second = buttonOf(input, 2);
  if (first.productID === second.productID && first.serviceID === second.serviceID) refuse(1013);
  const rowID = rowOf(list, first, 1);
  const otherID = rowOf(list, second, 2);
  account.update('posQuickButtons', { id: rowID, fields: second, user });
  account.update('posQuickButtons', { id: otherID, fields: first, user });
  return { recordsTotal: 1, records: ['{"isSuccessful":true}'] };
}
